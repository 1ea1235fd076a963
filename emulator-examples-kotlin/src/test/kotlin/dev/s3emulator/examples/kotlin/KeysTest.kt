package dev.s3emulator.examples.kotlin

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.createBucket
import aws.sdk.kotlin.services.s3.deleteObject
import aws.sdk.kotlin.services.s3.deleteObjects
import aws.sdk.kotlin.services.s3.listObjectsV2
import aws.sdk.kotlin.services.s3.model.DeletedObject
import aws.sdk.kotlin.services.s3.model.GetObjectRequest
import aws.sdk.kotlin.services.s3.model.ObjectIdentifier
import aws.sdk.kotlin.services.s3.model.S3Exception
import aws.sdk.kotlin.services.s3.putObject
import aws.smithy.kotlin.runtime.content.ByteStream
import aws.smithy.kotlin.runtime.content.decodeToString
import dev.s3emulator.S3EmulatorServer
import dev.s3emulator.junit5.S3Emulator
import jakarta.json.Json
import jakarta.json.JsonString
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** Every key of keys.json, stored, listed, read and deleted by the AWS SDK for Kotlin. */
@S3Emulator
class KeysTest {

    /** What does not become of the others' "works", and why. */
    private val exceptions =
        // OkHttp resolves dots after the request was signed, so that the signature is wrong.
        listOf(
                "leading parent folder",
                "leading same folder",
                "one dot",
                "parent folder",
                "same folder",
                "trailing parent folder",
                "two dots",
            )
            .associateWith { "put: SignatureDoesNotMatch" } +
            // The client writes as they are what XML 1.0 forbids.
            listOf("control character", "first control character", "non-character")
                .associateWith { "batch delete: MalformedXML" }

    @Test
    fun `every key goes through`(s3: S3Client, emulator: S3EmulatorServer): Unit = runBlocking {
        val lives = keys().mapValues { (_, key) -> lifeOf(key, s3, emulator) }

        assertThat(lives).isEqualTo(keys().mapValues { (name, _) -> exceptions[name] ?: "works" })
    }

    /** Takes a key through its life and returns "works", or which step failed and how. */
    private suspend fun lifeOf(name: String, s3: S3Client, emulator: S3EmulatorServer): String {
        emulator.reset()
        var step = "put"
        return try {
            s3.createBucket { bucket = "keys" }
            s3.putObject { bucket = "keys"; key = name; body = ByteStream.fromString(name) }
            assertThat(emulator.keys()).containsExactly(name)
            step = "list"
            assertThat(s3.listObjectsV2 { bucket = "keys" }.contents.orEmpty().map { it.key })
                .containsExactly(name)
            step = "get"
            val request = GetObjectRequest { bucket = "keys"; key = name }
            assertThat(s3.getObject(request) { it.body?.decodeToString() }).isEqualTo(name)
            step = "delete"
            s3.deleteObject { bucket = "keys"; key = name }
            assertThat(emulator.keys()).isEmpty()
            step = "batch delete"
            s3.putObject { bucket = "keys"; key = name }
            val answer =
                s3.deleteObjects {
                    bucket = "keys"
                    delete { objects = listOf(ObjectIdentifier { key = name }) }
                }
            assertThat(answer.deleted).containsExactly(DeletedObject { key = name })
            assertThat(emulator.keys()).isEmpty()
            "works"
        } catch (refused: S3Exception) {
            "$step: ${refused.sdkErrorMetadata.errorCode}"
        } catch (failure: AssertionError) {
            "$step: ${failure.message}"
        }
    }

    private fun S3EmulatorServer.keys(): List<String> =
        snapshot().bucket("keys").orElseThrow().keys()

    private fun keys(): Map<String, String> =
        KeysTest::class.java.getResourceAsStream("/keys.json").use { file ->
            Json.createReader(file).readObject().mapValues { (_, key) -> (key as JsonString).string }
        }
}

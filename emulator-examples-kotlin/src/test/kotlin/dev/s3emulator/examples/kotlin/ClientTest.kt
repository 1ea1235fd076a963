package dev.s3emulator.examples.kotlin

import aws.sdk.kotlin.runtime.auth.credentials.StaticCredentialsProvider
import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.listBuckets
import aws.smithy.kotlin.runtime.net.url.Url
import dev.s3emulator.S3EmulatorServer
import dev.s3emulator.junit5.Bucket
import dev.s3emulator.junit5.InjectS3
import dev.s3emulator.junit5.S3Emulator
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** How a Kotlin client finds the emulator: injected, over HTTPS, or made by hand. */
@S3Emulator(buckets = [Bucket(name = "photos")])
class ClientTest {

    @InjectS3 private lateinit var s3: S3Client

    @Test
    fun `a parameter and a field get the same client`(parameter: S3Client): Unit = runBlocking {
        assertThat(parameter).isSameAs(s3)
        assertThat(s3.listBuckets().buckets.orEmpty().map { it.name }).containsExactly("photos")
    }

    @Test
    @S3Emulator(https = true)
    fun `over HTTPS the client trusts the emulator`(secure: S3Client): Unit = runBlocking {
        assertThat(secure.config.endpointUrl.toString()).startsWith("https://127.0.0.1:")
        assertThat(secure.listBuckets().buckets.orEmpty()).isEmpty()
    }

    @Test
    fun `a client made by hand finds the emulator`(emulator: S3EmulatorServer): Unit = runBlocking {
        connect(emulator).use { s3 ->
            assertThat(s3.listBuckets().buckets.orEmpty().map { it.name }).containsExactly("photos")
        }
    }

    private fun connect(emulator: S3EmulatorServer) = S3Client {
        endpointUrl = Url.parse(emulator.endpoint().toString())
        region = emulator.region()
        credentialsProvider = StaticCredentialsProvider {
            accessKeyId = emulator.accessKey().accessKeyId()
            secretAccessKey = emulator.accessKey().secretAccessKey()
        }
    }
}

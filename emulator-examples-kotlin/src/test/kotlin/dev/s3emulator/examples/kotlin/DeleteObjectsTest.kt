package dev.s3emulator.examples.kotlin

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.deleteObject
import aws.sdk.kotlin.services.s3.deleteObjects
import aws.sdk.kotlin.services.s3.listObjectVersions
import aws.sdk.kotlin.services.s3.model.DeletedObject
import aws.sdk.kotlin.services.s3.model.ObjectIdentifier
import aws.sdk.kotlin.services.s3.model.S3Exception
import aws.sdk.kotlin.services.s3.paginators.listObjectsV2Paginated
import aws.sdk.kotlin.services.s3.putObject
import aws.sdk.kotlin.services.s3.waiters.waitUntilObjectNotExists
import aws.smithy.kotlin.runtime.content.ByteStream
import aws.smithy.kotlin.runtime.http.response.HttpResponse
import dev.s3emulator.S3EmulatorServer
import dev.s3emulator.Versioning
import dev.s3emulator.assertj.S3Assertions.assertThat
import dev.s3emulator.junit5.Bucket
import dev.s3emulator.junit5.S3Emulator
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The documented samples of the AWS SDK for Kotlin, and what else its deletes can say. */
@S3Emulator(
    buckets =
        [
            Bucket(name = "examplebucket", versioning = Versioning.ENABLED),
            Bucket(name = "plain"),
        ]
)
class DeleteObjectsTest {

    @Test
    fun `deletes two versions of HappyFace for good`(s3: S3Client): Unit = runBlocking {
        val (first, second) = List(2) { s3.put("examplebucket", "HappyFace.jpg").versionId }

        val answer =
            s3.deleteObjects {
                bucket = "examplebucket"
                delete {
                    objects =
                        listOf(
                            ObjectIdentifier { key = "HappyFace.jpg"; versionId = first },
                            ObjectIdentifier { key = "HappyFace.jpg"; versionId = second },
                        )
                    quiet = false
                }
            }

        assertThat(answer.errors.orEmpty()).isEmpty()
        // S3 promises no order of the answers.
        assertThat(answer.deleted)
            .containsExactlyInAnyOrder(
                DeletedObject { key = "HappyFace.jpg"; versionId = first },
                DeletedObject { key = "HappyFace.jpg"; versionId = second },
            )
        val left = s3.listObjectVersions { bucket = "examplebucket" }
        assertThat(left.versions.orEmpty()).isEmpty()
        assertThat(left.deleteMarkers.orEmpty()).isEmpty()
    }

    @Test
    fun `hides two keys of a versioned bucket`(s3: S3Client): Unit = runBlocking {
        s3.put("examplebucket", "objectkey1")
        s3.put("examplebucket", "objectkey2")

        val answer =
            s3.deleteObjects {
                bucket = "examplebucket"
                delete {
                    objects =
                        listOf(
                            ObjectIdentifier { key = "objectkey1" },
                            ObjectIdentifier { key = "objectkey2" },
                        )
                    quiet = false
                }
            }

        val left = s3.listObjectVersions { bucket = "examplebucket" }
        assertThat(left.versions.orEmpty().map { it.key }).containsExactly("objectkey1", "objectkey2")
        assertThat(answer.deleted)
            .containsExactlyInAnyOrderElementsOf(
                left.deleteMarkers.orEmpty().map { marker ->
                    DeletedObject {
                        key = marker.key
                        deleteMarker = true
                        deleteMarkerVersionId = marker.versionId
                    }
                }
            )
            .hasSize(2)
    }

    @Test
    fun `says nothing of what went well if it is asked to be quiet`(s3: S3Client): Unit =
        runBlocking {
            s3.put("plain", "a")

            val answer =
                s3.deleteObjects {
                    bucket = "plain"
                    delete {
                        objects = listOf(ObjectIdentifier { key = "a" })
                        quiet = true
                    }
                }

            assertThat(answer.deleted.orEmpty()).isEmpty()
            assertThat(answer.errors.orEmpty()).isEmpty()
            assertThat(s3.keysOf("plain")).isEmpty()
        }

    @Test
    fun `tells which keys failed and deletes the others`(s3: S3Client): Unit = runBlocking {
        val version = s3.put("examplebucket", "a").versionId
        s3.put("examplebucket", "b")

        val answer =
            s3.deleteObjects {
                bucket = "examplebucket"
                delete {
                    objects =
                        listOf(
                            ObjectIdentifier { key = "a"; versionId = version },
                            ObjectIdentifier { key = "a"; versionId = "abc" },
                            ObjectIdentifier { key = "b"; eTag = "\"0123\"" },
                        )
                }
            }

        assertThat(answer.deleted)
            .containsExactly(DeletedObject { key = "a"; versionId = version })
        assertThat(answer.errors.orEmpty().map { Triple(it.key, it.code, it.message) })
            .containsExactlyInAnyOrder(
                Triple("a", "NoSuchVersion", "The specified version does not exist."),
                Triple(
                    "b",
                    "PreconditionFailed",
                    "At least one of the pre-conditions you specified did not hold",
                ),
            )
        assertThat(s3.keysOf("examplebucket")).containsExactly("b")
    }

    @Test
    fun `refuses conditions of directory buckets`(s3: S3Client): Unit = runBlocking {
        s3.put("plain", "a")

        val batch = refusal {
            s3.deleteObjects {
                bucket = "plain"
                delete { objects = listOf(ObjectIdentifier { key = "a"; size = 7 }) }
            }
        }
        val single = refusal { s3.deleteObject { bucket = "plain"; key = "a"; ifMatchSize = 7 } }

        assertThat(batch.statusAndCode()).isEqualTo(400 to "MalformedXML")
        assertThat(single.statusAndCode()).isEqualTo(501 to "NotImplemented")
        assertThat(s3.keysOf("plain")).containsExactly("a")
    }

    @Test
    fun `deletes an object behind a delete marker`(s3: S3Client, emulator: S3EmulatorServer): Unit =
        runBlocking {
            s3.put("examplebucket", "HappyFace.jpg")

            val marker = s3.deleteObject { bucket = "examplebucket"; key = "HappyFace.jpg" }

            assertThat(marker.deleteMarker).isTrue()
            assertThat(emulator).bucket("examplebucket").key("HappyFace.jpg").isHiddenByDeleteMarker()

            val undone =
                s3.deleteObject {
                    bucket = "examplebucket"
                    key = "HappyFace.jpg"
                    versionId = marker.versionId
                }
            assertThat(undone.deleteMarker).isTrue()
            assertThat(s3.keysOf("examplebucket")).containsExactly("HappyFace.jpg")
        }

    @Test
    fun `deletes an object of a bucket without versioning`(s3: S3Client): Unit = runBlocking {
        s3.put("plain", "a")

        val answer = s3.deleteObject { bucket = "plain"; key = "a" }

        assertThat(answer.deleteMarker).isNull()
        assertThat(answer.versionId).isNull()
        s3.waitUntilObjectNotExists { bucket = "plain"; key = "a" }
        assertThat(s3.keysOf("plain")).isEmpty()
    }

    @Test
    fun `deletes only what has the ETag`(s3: S3Client): Unit = runBlocking {
        val tag = s3.put("plain", "a").eTag

        val refused = refusal { s3.deleteObject { bucket = "plain"; key = "a"; ifMatch = "\"0123\"" } }
        s3.deleteObject { bucket = "plain"; key = "a"; ifMatch = tag }
        val absent = refusal { s3.deleteObject { bucket = "plain"; key = "a"; ifMatch = "*" } }

        assertThat(refused.statusAndCode()).isEqualTo(412 to "PreconditionFailed")
        assertThat(absent.statusAndCode()).isEqualTo(404 to "NoSuchKey")
        assertThat(s3.keysOf("plain")).isEmpty()
    }

    private suspend fun S3Client.put(into: String, name: String) = putObject {
        bucket = into
        key = name
        body = ByteStream.fromString("a photo")
    }

    private suspend fun S3Client.keysOf(name: String): List<String?> =
        listObjectsV2Paginated { bucket = name; maxKeys = 2 }
            .map { page -> page.contents.orEmpty().map { it.key } }
            .toList()
            .flatten()

    private suspend fun refusal(call: suspend () -> Any): S3Exception =
        try {
            error("S3 refuses this, but it was done: ${call()}")
        } catch (refused: S3Exception) {
            refused
        }

    private fun S3Exception.statusAndCode(): Pair<Int?, String?> =
        (sdkErrorMetadata.protocolResponse as? HttpResponse)?.status?.value to
            sdkErrorMetadata.errorCode
}

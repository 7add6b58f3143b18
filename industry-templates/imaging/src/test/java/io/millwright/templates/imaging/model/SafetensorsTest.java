package io.millwright.templates.imaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.templates.imaging.network.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Map<String, Tensor> tensors = Map.of("a", new Tensor(new long[] {2, 2}, new float[] {1, -2, 3.5f, 0}));
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(tensors, file);
        assertThat(Safetensors.read(file)).isEqualTo(tensors);
    }

    @Test
    void halfNumbersAreRead() throws Exception {
        Path file = file(
                "{\"h\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]},"
                        + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[2,4]}}",
                0,
                0x3C,
                0x80,
                0x3F);
        Map<String, Tensor> read = Safetensors.read(file);
        assertThat(read.get("h").values()).containsExactly(1);
        assertThat(read.get("b").values()).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}} ~ lies outside of the file",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} ~ not as many numbers as its shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}} ~ leave gaps, overlap, or are cut off",
                "{\"a\":{\"dtype\":\"Q9\",\"shape\":[4],\"data_offsets\":[0,4]}} ~ unknown type Q9",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} ~ no usable shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}} ~ header is damaged",
                "{\"a\": ~ header is damaged",
                "[1,2,3] ~ no list of at most"
            })
    void filesThatLieAreRefused(String header, String reason) throws Exception {
        Path file = file(header, 0, 0, 0x80, 0x3F);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining(reason);
    }

    private Path file(String header, int... data) throws Exception {
        byte[] words = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + words.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(words.length).put(words);
        for (int value : data) {
            bytes.put((byte) value);
        }
        return Files.write(folder.resolve("hostile.safetensors"), bytes.array());
    }
}

package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.barrier.BarrierAddressException.Problem;
import io.gatehouse.barrier.gpio.GpioInput.Bias;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarrierAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"none", "none:", " NONE "})
  void theWordOfOldSettingsFilesStillMeansNone(String written) throws Exception {
    assertThat(BarrierAddress.parse(written)).isEqualTo(new BarrierAddress.None());
  }

  @ParameterizedTest
  @ValueSource(strings = {"screen", "screen:", "Screen:"})
  void theWordOfOldSettingsFilesStillMeansTheScreen(String written) throws Exception {
    assertThat(BarrierAddress.parse(written)).isEqualTo(new BarrierAddress.Screen());
  }

  @Test
  void gpioIsALineAndNothingMore() throws Exception {
    assertThat(BarrierAddress.parse("gpio:17"))
        .isEqualTo(
            new GpioAddress(
                Optional.empty(),
                17,
                OptionalInt.empty(),
                false,
                Optional.empty(),
                new Timing(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(30))));
  }

  @Test
  void gpioWithAllThatIsWired() throws Exception {
    assertThat(
            BarrierAddress.parse(
                "gpio:17?chip=pinctrl-rp1&active=low&close=27&loop=22&loop-active=high&debounce=80ms"
                    + "&pulse=1.5s&limit=2s&clearance=3s&patience=20s"))
        .isEqualTo(
            new GpioAddress(
                Optional.of("pinctrl-rp1"),
                17,
                OptionalInt.of(27),
                true,
                Optional.of(new GpioAddress.Loop(22, false, Bias.DOWN, Duration.ofMillis(80))),
                new Timing(
                    Duration.ofMillis(1500),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(20))));
  }

  @Test
  void aContactToGroundIsHeldUp() throws Exception {
    GpioAddress gpio = (GpioAddress) BarrierAddress.parse("gpio:17?loop=22");
    assertThat(gpio.loop())
        .contains(new GpioAddress.Loop(22, true, Bias.UP, Duration.ofMillis(50)));
  }

  @Test
  void aWebAddressKeepsItsOwnQuery() throws Exception {
    HttpAddress http =
        (HttpAddress) BarrierAddress.parse("http://192.168.1.20/relay/0?turn=on&timer=1");
    assertThat(http.open().uri()).hasToString("http://192.168.1.20/relay/0?turn=on&timer=1");
    assertThat(http.open().method()).isEqualTo("GET");
    assertThat(http.close()).isEmpty();
    assertThat(http.off()).isEmpty();
  }

  @Test
  void whatIsOursOfAWebAddressStandsBehindTheHash() throws Exception {
    HttpAddress http =
        (HttpAddress)
            BarrierAddress.parse(
                "https://gate.lan/api/open?x=1#method=post&body=%7B%22on%22:1%7D&off=/api/off"
                    + "&close=/api/close?a=1%26b=2&close-off=/api/off2&loop=http://10.0.0.9/in&when=\"busy\"");
    assertThat(http.open().uri()).hasToString("https://gate.lan/api/open?x=1");
    assertThat(http.open().method()).isEqualTo("POST");
    assertThat(http.open().body()).contains("{\"on\":1}");
    assertThat(http.off().orElseThrow().uri()).hasToString("https://gate.lan/api/off");
    assertThat(http.close().orElseThrow().uri()).hasToString("https://gate.lan/api/close?a=1&b=2");
    assertThat(http.closeOff().orElseThrow().uri()).hasToString("https://gate.lan/api/off2");
    HttpAddress.Input loop = http.loop().orElseThrow();
    assertThat(loop.call()).isEqualTo(call("http://10.0.0.9/in"));
    assertThat(loop.occupied().matcher("{\"busy\":1}").find()).isTrue();
    assertThat(loop.occupied().matcher("{\"free\":1}").find()).isFalse();
  }

  @Test
  void aShellyCountsItsOwnTime() throws Exception {
    HttpAddress second = (HttpAddress) BarrierAddress.parse("shelly:192.168.1.20?pulse=700ms");
    assertThat(second.open())
        .isEqualTo(call("http://192.168.1.20/rpc/Switch.Set?id=0&on=true&toggle_after=0.7"));
    HttpAddress first =
        (HttpAddress) BarrierAddress.parse("shelly:me:secret@gate.lan:8080/1?gen=1&close=0");
    assertThat(first.open())
        .isEqualTo(call("http://me:secret@gate.lan:8080/relay/1?turn=on&timer=1"));
    assertThat(first.close())
        .contains(call("http://me:secret@gate.lan:8080/relay/0?turn=on&timer=1"));
    assertThat(first.off()).as("it goes off by itself").isEmpty();
  }

  @Test
  void aPasswordIsForItsOwnHostAlone() throws Exception {
    HttpAddress http =
        (HttpAddress)
            BarrierAddress.parse(
                "http://me:hush@gate/on#off=/off&close=http://other/on&loop=http://gate/in");
    assertThat(http.off().orElseThrow()).isEqualTo(call("http://me:hush@gate/off"));
    assertThat(http.loop().orElseThrow().call()).isEqualTo(call("http://me:hush@gate/in"));
    assertThat(http.close().orElseThrow().login()).isEmpty();
    assertThat(http.toString()).doesNotContain("hush").contains("•••");
  }

  @Test
  void aShellysInputIsReadOfWhatItAnswers() throws Exception {
    HttpAddress second = (HttpAddress) BarrierAddress.parse("shelly:10.0.0.2?loop=1");
    HttpAddress.Input loop = second.loop().orElseThrow();
    assertThat(loop.call()).isEqualTo(call("http://10.0.0.2/rpc/Input.GetStatus?id=1"));
    assertThat(loop.occupied().matcher("{\"id\":1,\"state\":true}").find()).isTrue();
    assertThat(loop.occupied().matcher("{\"id\":1, \"state\": null}").find()).isFalse();
    HttpAddress first = (HttpAddress) BarrierAddress.parse("shelly:10.0.0.2?gen=1&loop=1");
    String status = "{\"inputs\":[{\"input\":%d,\"event\":\"\"},{\"input\":%d,\"event\":\"L\"}]}";
    assertThat(first.loop().orElseThrow().occupied().matcher(status.formatted(0, 1)).find())
        .isTrue();
    assertThat(first.loop().orElseThrow().occupied().matcher(status.formatted(1, 0)).find())
        .isFalse();
  }

  @Test
  void aUsbRelayOfTheCommonKindNeedsNoBytes() throws Exception {
    SerialAddress serial = (SerialAddress) BarrierAddress.parse("serial:/dev/ttyUSB0?close=2");
    assertThat(serial.device()).isEqualTo("/dev/ttyUSB0");
    assertThat(serial.baud()).isEqualTo(9600);
    assertThat(hex(serial.open().on())).isEqualTo("a00101a2");
    assertThat(hex(serial.open().off())).isEqualTo("a00100a1");
    assertThat(hex(serial.close().orElseThrow().on())).isEqualTo("a00201a3");
    assertThat(hex(serial.close().orElseThrow().off())).isEqualTo("a00200a2");
  }

  @Test
  void anotherRelayBoardIsGivenItsBytes() throws Exception {
    SerialAddress serial =
        (SerialAddress)
            BarrierAddress.parse(
                "serial:/dev/ttyACM0?baud=115200&on=FF 01 01&off=ff:01:00&close-on=55");
    assertThat(serial.baud()).isEqualTo(115_200);
    assertThat(hex(serial.open().on())).isEqualTo("ff0101");
    assertThat(hex(serial.open().off())).isEqualTo("ff0100");
    assertThat(serial.close().orElseThrow().off()).as("ends by itself").isEmpty();
  }

  @Test
  void aProgramIsGivenItsWordsWithoutAShell() throws Exception {
    CommandAddress command =
        (CommandAddress)
            BarrierAddress.parse(
                "command:/usr/local/bin/gate --lane 'lane A' \"$HOME; x\"#close=/bin/down 1");
    assertThat(command.open())
        .containsExactly("/usr/local/bin/gate", "--lane", "lane A", "$HOME; x");
    assertThat(command.close()).contains(List.of("/bin/down", "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | EMPTY | ",
        "drawbridge: | UNKNOWN_KIND | drawbridge",
        "/usr/bin/open | UNKNOWN_KIND | ",
        "gpio: | NO_LINE | ",
        "gpio:pin11 | NO_LINE | pin11",
        "gpio:300 | NO_LINE | 300",
        "gpio:17?pulse=10s | WRONG_VALUE | pulse",
        "gpio:17?pulse=forever | WRONG_VALUE | pulse",
        "gpio:17?pulse=1.5ms | WRONG_VALUE | pulse",
        "gpio:17?close=17 | WRONG_VALUE | close",
        "gpio:17?close=18&loop=18 | WRONG_VALUE | loop",
        "gpio:17?active=sometimes | WRONG_VALUE | active",
        "gpio:17?puls=1s | UNKNOWN_OPTION | puls",
        "none:x | UNKNOWN_OPTION | x",
        "http:///relay | NO_HOST | http:///relay",
        "http://gate/#when=( | WRONG_VALUE | when",
        "shelly: | NO_HOST | ",
        "shelly:gate?gen=9 | WRONG_VALUE | gen",
        "serial: | NO_DEVICE | ",
        "serial:/dev/ttyUSB0?on=A0F | WRONG_VALUE | on",
        "command: | NO_PROGRAM | ",
        "command:open-gate | NO_PROGRAM | open-gate"
      })
  void whatIsWrongIsNamed(String written, Problem problem, String part) {
    BarrierAddressException wrong =
        BarrierAddress.check(written == null ? "" : written).orElseThrow();
    assertThat(wrong.problem()).isEqualTo(problem);
    assertThat(wrong.part()).isEqualTo(part == null ? "" : part);
    assertThat(wrong.getMessage()).isNotBlank();
  }

  @Test
  void passwordsAreNotShown() {
    assertThat(BarrierAddress.shown("http://me:secret@gate/relay#close=http%3A%2F%2Fa:b@c/"))
        .isEqualTo("http://•••@gate/relay#close=http%3A%2F%2F•••@c/");
    assertThat(BarrierAddress.shown("shelly:me:secret@10.0.0.2/0"))
        .isEqualTo("shelly:•••@10.0.0.2/0");
    assertThat(BarrierAddress.shown("shelly:s/e@cr et@10.0.0.2?loop=0"))
        .isEqualTo("shelly:•••@10.0.0.2?loop=0");
    assertThat(BarrierAddress.shown("http://me:se/cret#1@gate/relay?x=1"))
        .isEqualTo("http://•••@gate/relay?x=1");
    assertThat(BarrierAddress.shown("http://gate:8080/mail?to=a@b"))
        .isEqualTo("http://gate:8080/mail?to=a@b");
    assertThat(BarrierAddress.check("shelly:s/ecret@10.0.0.2").orElseThrow().part())
        .isEqualTo("10.0.0.2");
    assertThat(BarrierAddress.shown("http://gate/open?token=secret&x=1"))
        .isEqualTo("http://gate/open?token=•••&x=1");
    assertThatThrownBy(() -> BarrierAddress.parse("http://me:secret@/x y"))
        .hasMessageNotContaining("secret");
  }

  private static HttpCall call(String uri) {
    return HttpCall.of(java.net.URI.create(uri), "GET", Optional.empty());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}

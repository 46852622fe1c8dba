package io.gatehouse.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.store.ParkedEvent;
import io.gatehouse.support.FakeCentralLink;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.sync.SyncState.Phase;
import io.gatehouse.sync.Trouble;
import io.gatehouse.ui.common.ScreenTools;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncViewModelTest {

  private final FakeCentralLink link = new FakeCentralLink();
  private final TestKiosk kiosk = new TestKiosk();
  private ScreenTools tools;
  private SyncViewModel model;

  @BeforeEach
  void open() {
    kiosk.central = link;
    tools = kiosk.tools();
    model = new SyncViewModel(tools);
  }

  @Test
  void aCodeIsTradedForATokenAtTheAddressThatIsSet() {
    model.saveAddress("central.example");
    model.enrol(" 1234-ABCD ");
    await().until(() -> !model.busyProperty().get());

    assertThat(link.asked())
        .containsExactly("restart", "enrol https://central.example   1234-ABCD ", "restart");
    assertThat(model.messageProperty().get()).isEqualTo("Đã ghi danh: bắt đầu gửi.");
    assertThat(kiosk.saved.getLast().centralUrl()).isEqualTo("https://central.example");
  }

  @Test
  void theTextOfAQrCodeCarriesTheAddress() {
    model.enrol("gatehouse://enrol?url=http%3A%2F%2F10.0.0.7%3A8000&code=K7F2-9QPL");
    await().until(() -> !model.busyProperty().get());

    assertThat(link.asked()).first().isEqualTo("enrol http://10.0.0.7:8000  K7F2-9QPL");
    assertThat(kiosk.saved.getLast().centralUrl()).isEqualTo("http://10.0.0.7:8000");
  }

  @Test
  void aWrongCodeIsSaidAndNothingIsKept() {
    link.answersEnrolment(Optional.of(new Trouble(Trouble.Kind.CODE, "used")));
    model.enrol("gatehouse://enrol?url=http%3A%2F%2F10.0.0.7%3A8000&code=K7F2-9QPL");
    await().until(() -> !model.busyProperty().get());

    assertThat(model.messageProperty().get()).startsWith("Mã sai");
    assertThat(kiosk.saved).isEmpty();
  }

  @Test
  void withoutAnAddressTheCentralIsNotAsked() {
    model.enrol("1234");

    assertThat(link.asked()).isEmpty();
    assertThat(model.messageProperty().get()).startsWith("Không tìm thấy địa chỉ");
  }

  @Test
  void anotherAddressAsksForPermissionAndMustBeOne() {
    assertThat(model.wrongAddress("https://central.example/gates")).isEmpty();
    assertThat(model.wrongAddress("")).isEmpty();
    assertThat(model.wrongAddress("https://")).isPresent();
    assertThat(model.wrongAddress("ftp://central.example")).isPresent();
    assertThat(model.wrongAddress("https://user:secret@central.example")).isPresent();
  }

  @Test
  void refusedEventsArePagedAndSentAgain() {
    link.parks(5, "422").is(Phase.SENDING, 0, Optional.empty());
    model.show(2);
    assertThat(model.pageProperty().get().events()).hasSize(2);
    assertThat(model.pageProperty().get().hasLater()).isTrue();
    model.later();
    model.later();
    assertThat(model.pageProperty().get().events()).hasSize(1);

    ParkedEvent last = model.pageProperty().get().events().getFirst();
    model.retry(last);
    assertThat(link.asked()).containsExactly("retry " + last.id());
    assertThat(model.pageProperty().get().events()).as("the page before").hasSize(2);

    model.retryAll();
    assertThat(model.pageProperty().get().events()).isEmpty();
  }
}

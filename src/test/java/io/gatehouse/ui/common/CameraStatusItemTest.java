package io.gatehouse.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.CameraStatus.Phase;
import io.gatehouse.support.LaneStates;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.common.StatusItem.Level;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the status bar says of a camera that loads, limps or is lost. */
class CameraStatusItemTest {

  private final TestKiosk kiosk = new TestKiosk();

  private StatusItem item(Phase phase, Optional<CameraFault> fault, String message) {
    kiosk.lane.change(s -> LaneStates.camera(s, new CameraStatus(phase, 15, 0, fault, message)));
    return new StatusBarViewModel(kiosk.tools()).cameraProperty().get();
  }

  @Test
  void aCameraThatLoadsIsNoFaultAndTellsHowFarItIs() {
    StatusItem item = item(Phase.LOADING, Optional.empty(), "its network is being loaded, 40 %");

    assertThat(item.level()).isEqualTo(Level.NEUTRAL);
    assertThat(item.text()).isEqualTo("Camera đang nạp");
    assertThat(item.meaning()).contains("Lần đầu mất vài phút");
    assertThat(item.remedy()).isEqualTo("Cho kỹ thuật viên: its network is being loaded, 40 %");
  }

  @Test
  void aCameraWhoseNetworkIsSilentIsAWarningWithWhatToDo() {
    StatusItem item = item(Phase.LIVE, Optional.empty(), "sudo apt install something");

    assertThat(item.level()).isEqualTo(Level.WARNING);
    assertThat(item.meaning()).contains("15 hình", "Biển số vẫn được đọc");
    assertThat(item.remedy()).contains("Báo kỹ thuật viên", "sudo apt install something");
  }

  @Test
  void aCameraThatIsWellHasNothingToAdd() {
    StatusItem item = item(Phase.LIVE, Optional.empty(), "");

    assertThat(item.level()).isEqualTo(Level.GOOD);
    assertThat(item.remedy()).isEmpty();
  }

  @Test
  void aLostCameraHasTheGuardsRemedyFirstAndTheTechniciansThen() {
    StatusItem item =
        item(Phase.RECONNECTING, Optional.of(CameraFault.NEEDS_REBOOT), "started 8 times");

    assertThat(item.level()).isEqualTo(Level.BAD);
    assertThat(item.meaning()).isEqualTo("Phải khởi động lại máy thì camera mới chạy");
    assertThat(item.remedy())
        .startsWith("Khởi động lại máy khi không có xe chờ.")
        .endsWith("Cho kỹ thuật viên: started 8 times");
  }
}

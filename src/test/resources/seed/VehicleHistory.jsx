import { useState, useEffect } from 'react';

function VehicleHistory() {
  const [vehicles, setVehicles] = useState([]);
  const CENTRAL_URL = 'http://192.168.0.100:8000';

  useEffect(() => {
    fetch(`${CENTRAL_URL}/api/parking/history`)
      .then(res => res.json())
      .then(data => setVehicles(data.history));
  }, []);

  return (
    <div>
      {vehicles.map(vehicle => (
        <div key={vehicle.id} className="vehicle-card">
          <h3>{vehicle.plate_view}</h3>
          <p>Vào: {vehicle.entry_time}</p>
          <p>Camera: {vehicle.entry_camera_name}</p>

          {/* Plate Image */}
          {vehicle.id && (
            <img
              src={`${CENTRAL_URL}/api/plate-image/${vehicle.id}`}
              alt={`Biển số ${vehicle.plate_view}`}
              style={{
                maxWidth: '300px',
                border: '2px solid #4CAF50',
                borderRadius: '8px'
              }}
              onError={(e) => {
                e.target.style.display = 'none';
                console.error(`Image not found for vehicle ${vehicle.id}`);
              }}
            />
          )}

          {vehicle.status === 'OUT' && (
            <>
              <p>Ra: {vehicle.exit_time}</p>
              <p>Thi gian: {vehicle.duration}</p>
              <p>Ph: {vehicle.fee.toLocaleString()} VN</p>
            </>
          )}
        </div>
      ))}
    </div>
  );
}

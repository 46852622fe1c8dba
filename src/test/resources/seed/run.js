// Compiles the component as it stands and renders it.
const source = await (await fetch('/example/VehicleHistory.jsx')).text();
const { code } = Babel.transform(source, { presets: [['env', { modules: 'commonjs' }], 'react'] });
const component = new Function('require', 'exports', `${code}; return VehicleHistory;`);
const VehicleHistory = component((name) => ({ react: React })[name], {});
ReactDOM.createRoot(document.getElementById('root')).render(React.createElement(VehicleHistory));

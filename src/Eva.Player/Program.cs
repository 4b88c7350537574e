using Beffroi.Eva.Player;
using Beffroi.Eva.Player.Events;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services.AddSingleton<Browser>();
builder.Services.AddSingleton<Page>();
builder.Services.AddSingleton<TimeProvider, BrowserTime>();
builder.Services.AddSingleton<IShelf, BrowserShelf>();
builder.Services.AddSingleton<Settings>();
builder.Services.AddSingleton(services => new Server(services.GetRequiredService<Browser>().Exchange));
builder.Services.AddSingleton<Visit>();
builder.Services.AddSingleton(services => services.GetRequiredService<Visit>().Tongue);
builder.Services.AddSingleton<Sounds>();
var host = builder.Build();
await host.Services.GetRequiredService<Browser>().Load();
await host.RunAsync();

[assembly: AssemblyFixture(typeof(Beffroi.Browser.Tests.Town))]

namespace Beffroi.Browser.Tests;

/// <summary>One product and one browser for all journeys; each journey has people, a campaign and a window of its own.</summary>
public sealed class Town : IAsyncLifetime
{
    IPlaywright _playwright = null!;

    public Product Product { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Window.Patience);
        Product = await Product.Start();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BEFFROI_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A window on a large screen, with a mouse and a keyboard.</summary>
    public Task<Window> Desk(Action<BrowserNewContextOptions>? choose = null) => Open(new() { ViewportSize = new() { Width = 1280, Height = 800 } }, choose);

    /// <summary>A small telephone held upright: fingers only.</summary>
    public Task<Window> Telephone(Action<BrowserNewContextOptions>? choose = null) =>
        Open(new() { ViewportSize = new() { Width = 360, Height = 640 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 }, choose);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await Product.DisposeAsync();
    }

    async Task<Window> Open(BrowserNewContextOptions options, Action<BrowserNewContextOptions>? choose)
    {
        options.BaseURL = Product.Address;
        options.Locale = "fr-FR";
        options.TimezoneId = "Europe/Paris";
        options.ReducedMotion = ReducedMotion.Reduce;
        choose?.Invoke(options);
        return await Window.Open(await Browser.NewContextAsync(options));
    }
}

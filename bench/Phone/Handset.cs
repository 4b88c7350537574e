namespace Beffroi.Phone;

/// <summary>A small telephone with a browser of its own: its cache is on a disk, as on a telephone, and empty at first.</summary>
sealed class Handset : IAsyncDisposable
{
    /// <summary>How many times slower than this machine.</summary>
    const int Slowness = 4;

    readonly string _folder = Directory.CreateTempSubdirectory("beffroi-phone-").FullName;
    readonly IPlaywright _playwright;
    readonly bool _slow;
    IBrowserContext _context = null!;

    Handset(IPlaywright playwright, bool slow) => (_playwright, _slow) = (playwright, slow);

    public static async Task<Handset> Unpack(string address, bool slow)
    {
        var handset = new Handset(await Playwright.CreateAsync(), slow);
        handset._context = await handset._playwright.Chromium.LaunchPersistentContextAsync(handset._folder, new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BEFFROI_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
            BaseURL = address,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new() { Width = 360, Height = 640 },
            HasTouch = true,
            IsMobile = true,
            DeviceScaleFactor = 2,
        });
        handset._context.SetDefaultTimeout(180_000);
        return handset;
    }

    /// <summary>A new page, as slow as the telephone is.</summary>
    public async Task<IPage> Open()
    {
        var page = await _context.NewPageAsync();
        if (_slow)
        {
            await (await _context.NewCDPSessionAsync(page)).SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowness });
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _playwright.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using World = Beffroi.Cli.World;

namespace Beffroi.Chat.Tests.Live;

/// <summary>The site as a program of its own, which can be killed without warning and started again at the same address.</summary>
sealed class SiteProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly string _folder = Directory.CreateTempSubdirectory("beffroi-process-").FullName;
    readonly (string Key, string Value)[] _settings;
    Process? _process;

    public SiteProcess(params (string Key, string Value)[] settings)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        _settings = settings;
    }

    public Uri Address { get; }

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.Combine(Repository.Root, "src/Site"), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Beside this assembly, of the same configuration.
        start.ArgumentList.Add(Path.Combine(Repository.Root, "artifacts/bin/Site", new DirectoryInfo(AppContext.BaseDirectory).Name, "Site.dll"));
        foreach (var (key, value) in (IEnumerable<(string, string)>)[("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", Address.GetLeftPart(UriPartial.Authority)), ("Data__Directory", _folder), ("Site__Demo", "true"), ("Logging__LogLevel__Default", "Error"), .. _settings])
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Answers();
    }

    /// <summary>SIGKILL: nothing is finished, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task<CookieContainer> SignIn(string name)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        await new Visitor(http).SignIn(Crew.EmailOf(name), World.People.Password);
        // Cookies of one host, whatever the port of the node.
        return cookies;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Kill();
        }

        Directory.Delete(_folder, recursive: true);
    }

    async Task Answers()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet listening.
            }

            if (_process!.HasExited || watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The site did not start at {Address}.");
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}

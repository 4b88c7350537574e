using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Process = System.Diagnostics.Process;

namespace Beffroi.Chat.Fanout;

/// <summary>The published product with its demonstration, on SQLite: rights are checked and each message is on the disk before it is told.</summary>
/// <param name="variable">Of the environment: the folder where it is.</param>
sealed partial class Ours(string name, string variable) : Peer
{
    public const string Published = "BEFFROI_PUBLISHED";

    /// <summary>An older one, measured in turns with it.</summary>
    public const string Before = "BEFFROI_BEFORE";

    // Those of the three organisations of the demonstration.
    static readonly WorldPerson[] Seated = [.. Organisations.All.SelectMany(o => o.Members)];

    readonly int _port = FreePort();
    readonly CookieContainer[] _cookies = new CookieContainer[Seated.Length];
    Process? _process;

    public override string Name => name;

    public override IReadOnlyList<int> Servers => _process is { } process ? [process.Id] : [];

    public static bool Installed(string variable) => Command(variable) is not null;

    static string? Command(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder && Path.Combine(folder, "beffroi.dll") is var file && File.Exists(file) ? file : null;

    public override async Task Start(int mostClients, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Command(variable)!, "serve", "--demo", "--environment", "Development", "--port", _port.ToString(CultureInfo.InvariantCulture), "--data", Path.Combine(Folder, "data")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Five people of the demonstration are all the clients here: what one person may do does not bound them.
        foreach (var limit in new[] { "MostPages", "PostBurst", "CallBurst" })
        {
            start.Environment["Chat__Live__" + limit] = "1000000";
        }

        // In service a proxy speaks HTTPS: without one, cookies pass in development only. What it writes in its log is then as in service.
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var i = 0; i < Seated.Length; i++)
        {
            _cookies[i] = await SignIn(Seated[i], ct);
        }
    }

    public override async Task<IClient> Join(int number, int run, Action<string> heard, CancellationToken ct)
    {
        // Six channels of the demonstration, used again after six runs: what was said before is not asked for.
        var channel = WorldChat.Channel((ChannelPhase)(run % 3), Langs.All[run / 3 % 2]);
        return await OurClient.Open(new($"ws://localhost:{_port.ToString(CultureInfo.InvariantCulture)}{Addresses.Live}"), _cookies[number % _cookies.Length], channel, heard, ct);
    }

    protected override async Task Stop()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    async Task<CookieContainer> SignIn(WorldPerson person, CancellationToken ct)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new($"http://localhost:{_port.ToString(CultureInfo.InvariantCulture)}") };
        var address = new Uri("/connexion", UriKind.Relative);
        var page = "";
        for (var turn = 0; page.Length == 0; turn++)
        {
            try
            {
                page = await http.GetStringAsync(address, ct);
            }
            catch (HttpRequestException) when (turn < 3000 && !_process!.HasExited)
            {
                await Task.Delay(100, ct);
            }
        }

        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["Email"] = person.Email, ["Password"] = People.Password, ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value };
        using var answer = await http.PostAsync(address, new FormUrlEncodedContent(form), ct);
        return answer.StatusCode == HttpStatusCode.Redirect ? cookies : throw new InvalidOperationException($"{person.Email} could not sign in: {answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

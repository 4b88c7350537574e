using System.Diagnostics;
using System.Globalization;
using Beffroi.Kit;
using Process = System.Diagnostics.Process;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>The published product, run as an operator runs it (docs/deploy.md), with SQLite.</summary>
sealed class Ours : Wiki
{
    const string Variable = "BEFFROI_PUBLISHED";

    readonly int _port = FreePort();
    Process? _process;

    public override string Name => "Beffroi";
    public override string Found => $"href=\"{Addresses.Entry(Lang.English, "")}";
    public override Amounts Amounts => new(400, 400, 4000, 400);
    public override IReadOnlyList<int> Servers => _process is { } process ? [process.Id] : [];

    public static bool Installed => Command is not null;

    static string? Command => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Path.Combine(folder, "beffroi.dll") is var file && File.Exists(file) ? file : null;

    string Data => In("data");

    public override async Task<Spent> Import(Corpus corpus, CancellationToken ct)
    {
        await ProcessorTime.Run(new("dotnet", [Command!, "db", "migrate", "--data", Data]), ct);
        return await ProcessorTime.Run(new("dotnet", [Command!, "encyclopedia", "import", "corpus", corpus.File, "--data", Data]), ct);
    }

    public override async Task Start(CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Command!, "serve", "--port", _port.ToString(CultureInfo.InvariantCulture), "--data", Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var listening = new TaskCompletionSource();
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The site stopped before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromMinutes(2), ct);

        void Hear(string? line)
        {
            if (line?.Contains("Now listening on", StringComparison.Ordinal) == true)
            {
                listening.TrySetResult();
            }
        }
    }

    // The corpus is in English, and so are the pages of the other wikis.
    public override Uri Page(CorpusEntry entry) => At(Addresses.Entry(Lang.English, Key(entry.Id)));

    public override Uri Search(string words) => At($"{Addresses.List(Lang.English)}?q={Uri.EscapeDataString(words)}");

    protected override async Task Stop()
    {
        if (_process is { } process)
        {
            // The command has become the site: there is no child to look for.
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    // As its import writes them.
    static string Key(string id) => "disarm-" + id.ToLowerInvariant().Replace('.', '-');

    Uri At(string path) => new($"http://localhost:{_port.ToString(CultureInfo.InvariantCulture)}{path}");
}

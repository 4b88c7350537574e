using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>Debian's package, as it is set up by it, on a private folder of configuration and data.</summary>
sealed class DokuWiki : Wiki
{
    const string Scripts = "/usr/share/dokuwiki";
    const string Conf = "/etc/dokuwiki";

    readonly int _port = FreePort();
    PhpServer? _server;

    public override string Name => "DokuWiki";
    public override string Found => "search_fullpage_result";
    public override Amounts Amounts => new(60, 200, 400, 120);
    public override IReadOnlyList<int> Servers => _server?.Ids ?? [];

    public static bool Installed => File.Exists($"{Scripts}/doku.php") && PhpServer.Nginx is not null && PhpServer.Fpm is not null && PhpServer.Php is not null;

    string First => In("first.php");

    public override async Task<Spent> Import(Corpus corpus, CancellationToken ct)
    {
        await Make(ct);
        foreach (var entry in corpus.Entries)
        {
            await File.WriteAllTextAsync(In("data", "pages", Id(entry.Id) + ".txt"), Text(entry), ct);
        }

        return await ProcessorTime.Run(new(PhpServer.Php!, ["-d", $"auto_prepend_file={First}", $"{Scripts}/bin/indexer.php", "-q"]), ct);
    }

    public override Task Start(CancellationToken ct)
    {
        _server = new(NewFolder("server"), _port)
        {
            Root = Scripts,
            Ini = new Dictionary<string, string>(StringComparer.Ordinal) { ["auto_prepend_file"] = First },
        };
        return _server.Start(ct);
    }

    public override Uri Page(CorpusEntry entry) => At($"id={Id(entry.Id)}");

    public override Uri Search(string words) => At($"do=search&id=start&q={Uri.EscapeDataString(words)}");

    protected override async Task Stop()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }
    }

    async Task Make(CancellationToken ct)
    {
        var conf = NewFolder("conf");
        foreach (var name in new[] { "pages", "attic", "cache", "index", "locks", "log", "media", "media_attic", "media_meta", "meta", "tmp" })
        {
            NewFolder("data", name);
        }

        foreach (var file in Directory.EnumerateFiles(Conf).Where(f => !Path.GetFileName(f).EndsWith(".auth.php", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(conf, Path.GetFileName(file)), overwrite: true);
        }

        // As the package answers its own questions: rights are on, everyone reads.
        await File.WriteAllTextAsync(Path.Combine(conf, "acl.auth.php"), "*  @ALL  1\n", ct);
        await File.WriteAllTextAsync(Path.Combine(conf, "users.auth.php"), "", ct);
        await File.AppendAllTextAsync(Path.Combine(conf, "local.php"), $"\n$conf['savedir'] = '{In("data")}';\n", ct);
        await File.WriteAllTextAsync(First, $"<?php define('DOKU_CONF', '{conf}/');\n", ct);
    }

    Uri At(string query) => new($"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/doku.php?{query}");

    static string Id(string id) => id.ToLowerInvariant();

    static string Text(CorpusEntry entry)
    {
        var text = new StringBuilder($"====== {entry.Title} ======\n\n{entry.Summary.Replace("\n", "\n\n", StringComparison.Ordinal)}\n\n");
        foreach (var (name, value) in entry.Fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"  * **{name}**: {value.ReplaceLineEndings(" ")}\n");
        }

        text.Append("\n===== Links =====\n\n");
        foreach (var link in entry.Links)
        {
            text.Append(CultureInfo.InvariantCulture, $"  * [[{Id(link)}]]\n");
        }

        return text.ToString();
    }
}

using System.Globalization;
using System.Xml.Linq;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>Debian's package with SQLite, OPcache and APCu, on a private folder of configuration and data.</summary>
sealed class MediaWiki : Wiki
{
    const string Scripts = "/usr/share/mediawiki";
    const string Config = "MW_CONFIG_FILE";

    readonly int _port = FreePort();
    readonly int _cachedPort = FreePort();
    PhpServer? _server;

    public override string Name => "MediaWiki";
    public override string Found => "mw-search-result-heading";
    public override Amounts Amounts => new(20, 80, 120, 24);
    public override IReadOnlyList<int> Servers => _server?.Ids ?? [];

    public static bool Installed => File.Exists($"{Scripts}/index.php") && PhpServer.Nginx is not null && PhpServer.Fpm is not null && PhpServer.Php is not null;

    string Settings => In("LocalSettings.php");
    string CachedSettings => In("CachedSettings.php");

    public override async Task<Spent> Import(Corpus corpus, CancellationToken ct)
    {
        await Make(ct);
        await File.WriteAllTextAsync(In("corpus.xml"), Dump(corpus), ct);
        return await Maintain("importDump", In("corpus.xml")) + await Maintain("rebuildtextindex") + await Maintain("initSiteStats", "--update") + await Maintain("runJobs");

        Task<Spent> Maintain(string script, params string[] arguments) => Run(script, arguments, Settings, ct);
    }

    public override Task Start(CancellationToken ct)
    {
        _server = new(NewFolder("server"), _port)
        {
            Root = Scripts,
            Variables = new Dictionary<string, string>(StringComparer.Ordinal) { [Config] = Settings },
            Second = (_cachedPort, new Dictionary<string, string>(StringComparer.Ordinal) { [Config] = CachedSettings }),
        };
        return _server.Start(ct);
    }

    public override Uri Page(CorpusEntry entry) => At(_port, $"title={Uri.EscapeDataString(entry.Id)}");

    public override Uri? CachedPage(CorpusEntry entry) => At(_cachedPort, $"title={Uri.EscapeDataString(entry.Id)}");

    public override Uri Search(string words) => At(_port, $"title=Special:Search&fulltext=1&search={Uri.EscapeDataString(words)}");

    protected override async Task Stop()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }
    }

    async Task Make(CancellationToken ct)
    {
        // The password of a wiki that lives for a few minutes on the loopback.
        await Run("install", ["--dbtype", "sqlite", "--dbpath", NewFolder("db"), "--dbname", "wiki", "--server", $"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}",
            "--scriptpath", "", "--confpath", Folder.FullName, "--pass", Guid.NewGuid().ToString(), "Wiki", "Admin"], settings: null, ct);
        await File.AppendAllTextAsync(Settings, $"""

            $wgMainCacheType = CACHE_ACCEL;
            $wgCacheDirectory = '{NewFolder("cache")}';
            $wgJobRunRate = 0;

            """, ct);
        await File.WriteAllTextAsync(CachedSettings, $"""
            <?php
            require '{Settings}';
            $wgUseFileCache = true;
            $wgFileCacheDirectory = '{NewFolder("html")}';

            """, ct);
    }

    static Task<Spent> Run(string script, string[] arguments, string? settings, CancellationToken ct)
    {
        var start = new System.Diagnostics.ProcessStartInfo(PhpServer.Php!, [$"{Scripts}/maintenance/{script}.php", .. arguments]);
        if (settings is not null)
        {
            start.Environment[Config] = settings;
        }

        return ProcessorTime.Run(start, ct);
    }

    static string Dump(Corpus corpus)
    {
        XNamespace ns = "http://www.mediawiki.org/xml/export-0.11/";
        return new XElement(ns + "mediawiki", new XAttribute("version", "0.11"), corpus.Entries.Select(e => new XElement(ns + "page",
            new XElement(ns + "title", e.Id),
            new XElement(ns + "ns", 0),
            new XElement(ns + "revision",
                new XElement(ns + "timestamp", "2026-01-01T00:00:00Z"),
                new XElement(ns + "contributor", new XElement(ns + "username", "Admin")),
                new XElement(ns + "model", "wikitext"),
                new XElement(ns + "format", "text/x-wiki"),
                new XElement(ns + "text", Text(e)))))).ToString(SaveOptions.DisableFormatting);
    }

    static string Text(CorpusEntry entry) => $"""
        = {entry.Title} =

        {entry.Summary.Replace("\n", "\n\n", StringComparison.Ordinal)}

        {string.Join('\n', entry.Fields.Select(f => $"* '''{f.Key}''': {f.Value.ReplaceLineEndings(" ")}"))}

        == Links ==

        {string.Join('\n', entry.Links.Select(l => $"* [[{l}]]"))}

        [[Category:{entry.Kind}]]
        """;

    static Uri At(int port, string query) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/index.php?{query}");
}

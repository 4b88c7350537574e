using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Exporting;

/// <summary>The whole encyclopedia in one HTML file: it opens without a server or a network, reads without scripts, and its search works inside it.</summary>
public static class OfflineSite
{
    public const string Type = "text/html; charset=utf-8";

    static readonly Assembly Here = typeof(OfflineSite).Assembly;

    public static async Task Write(Stream body, Lang language, EncyclopediaDb db, DateTimeOffset now, CancellationToken ct)
    {
        var titles = await db.Entries.AsNoTracking().Heads(language).ToDictionaryAsync(h => h.Key, h => h.Title, StringComparer.Ordinal, ct);
        var linking = new Linking { Language = language, Titles = titles, Glossary = await Glossary.Of(db, language, ct) };
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(Start(language, titles.Count, now));
        await foreach (var entry in ExportedEntry.All(db, ct))
        {
            await writer.WriteAsync(OfflineEntry.Of(entry, linking with { Self = entry.Key }));
        }

        await writer.WriteAsync($"</main>\n<script>\n{Part("offline.js")}</script>\n</body>\n</html>\n");
        await writer.FlushAsync(ct);
    }

    // Written for the file itself: what an address of the site may load is said by the site.
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    static string Start(Lang l, int count, DateTimeOffset now) => $"""
        <!DOCTYPE html>
        <html lang="{l.Code()}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="color-scheme" content="light dark">
        <title>{l.Say("Encyclopédie des manipulations de l’information", "Encyclopedia of information manipulation")}</title>
        <style>
        {Part("offline.css")}</style>
        </head>
        <body>
        <main>
        <h1>{l.Say("Encyclopédie des manipulations de l’information", "Encyclopedia of information manipulation")}</h1>
        <p>{l.Say($"{count} fiches, copie du {l.Day(now)}. Ce fichier se lit sans réseau.", $"{count} entries, copied on {l.Day(now)}. This file reads without a network.")}</p>
        <form role="search" hidden>
        <p><label for="q">{l.Say("Chercher", "Search")}</label> <input type="search" id="q" autocomplete="off"></p>
        <p class="filters"><span><label for="type">Type</label> <select id="type"><option value="">{l.Say("Tous", "All")}</option>{Options(Enum.GetValues<EntryType>().Select(t => (t.Name(), t.Say(l))))}</select></span>
        <span><label for="phase">Phase</label> <select id="phase"><option value="">{l.Say("Toutes", "All")}</option>{Options(Enum.GetValues<Phase>().Select(p => (p.Name(), p.Say(l))))}</select></span></p>
        <p id="found" role="status" data-one="{l.Say("fiche trouvée", "entry found")}" data-words="{l.Say("fiches trouvées", "entries found")}"></p>
        </form>

        """;

    static string Options(IEnumerable<(string Value, string Words)> options) =>
        string.Concat(options.Select(o => $"<option value=\"{o.Value}\">{HtmlEncoder.Default.Encode(o.Words)}</option>"));

    static string Part(string name)
    {
        using var part = Here.GetManifestResourceStream($"offline/{name}") ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(part);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.OneEntry;

/// <summary>An entry for search engines, in the words of schema.org (read 2026-11): an article about a thing.</summary>
static class EntryJsonLd
{
    // Escapes what could end the script element: < > &.
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(EntryModel model, string root)
    {
        var (content, language) = (model.Content, model.Language);
        var url = root + Addresses.Entry(language, model.Entry.Key);
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = content.Type is EntryType.Definition ? "DefinedTerm" : "Article",
            ["@id"] = url,
            ["url"] = url,
            ["name"] = model.Text.Title,
            ["description"] = model.Text.Summary,
            ["inLanguage"] = model.Shown.Code(),
        };
        if (content.Type is EntryType.Definition)
        {
            json["inDefinedTermSet"] = root + Addresses.Home(language);
            json["alternateName"] = Array(model.Text.Synonyms.Select(s => (JsonNode)s));
            return json.ToJsonString(Options);
        }

        json["headline"] = model.Text.Title;
        json["version"] = model.Entry.Version;
        json["datePublished"] = Day(model.Entry.CreatedAt);
        json["dateModified"] = Day(model.Entry.ChangedAt);
        json["isPartOf"] = new JsonObject { ["@type"] = "WebSite", ["url"] = root + Addresses.Home(language) };
        json["about"] = About(model);
        json["citation"] = Array(content.Sources.Select(s => (JsonNode)Cited(s)));
        return json.ToJsonString(Options);
    }

    static JsonObject About(EntryModel model)
    {
        var thing = new JsonObject { ["@type"] = Kind(model.Content.Type), ["name"] = model.Text.Title };
        if (model.Content.Website is { } site)
        {
            thing["url"] = site;
        }

        if (model.Content.Type is EntryType.Practice && model.Content.Steps.Count > 0)
        {
            thing["step"] = Array(model.Content.Steps.Select(s => (JsonNode)new JsonObject { ["@type"] = "HowToStep", ["text"] = s.Act.In(model.Language) }));
        }

        return thing;
    }

    static JsonObject Cited(Source source)
    {
        var cited = new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Title };
        if (source.Url is { } url)
        {
            cited["url"] = url;
        }

        return cited;
    }

    static string Kind(EntryType type) => type switch
    {
        EntryType.Case => "Event",
        EntryType.Practice => "HowTo",
        EntryType.Tool => "WebApplication",
        EntryType.Actor => "Organization",
        EntryType.Rule => "Legislation",
        EntryType.Definition => "DefinedTerm",
    };

    static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];

    static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

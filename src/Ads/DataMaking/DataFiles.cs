using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Beffroi.Ads.Law;
using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>The files of open data, written while ads are read: bounded memory, however many there are.</summary>
public static class DataFiles
{
    public const string Licence = "etalab-2.0";
    public const string LicenceUrl = "https://www.etalab.gouv.fr/licence-ouverte-open-licence";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    static readonly JsonSerializerOptions Spaced = new(Json) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>One line for each ad, separated by commas (RFC 4180), as its description says.</summary>
    public static async Task Csv(Stream body, AdsDb db, Publication publication, CancellationToken ct)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', DataFields.All.Select(f => f.Name)));
        await foreach (var line in DataLine.All(db, publication, ct))
        {
            await text.WriteLineAsync(string.Join(',', DataFields.All.Select(f => Cell(f.Read(line) ?? ""))).AsMemory(), ct);
        }

        await text.FlushAsync(ct);
    }

    /// <summary>The same, one object for each ad.</summary>
    public static async Task WriteJson(Stream body, AdsDb db, Publication publication, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = Json.Encoder });
        json.WriteStartObject();
        json.WriteString("format", "beffroi-ads");
        json.WriteNumber("version", 1);
        json.WriteString("made_at", publication.Now);
        json.WriteString("licence", Licence);
        json.WriteString("notice", Notice);
        json.WritePropertyName("frozen");
        JsonSerializer.Serialize(json, publication.Frozen.Select(c => FreezeJson.Of(c, publication.Freeze(c)!)), Json);
        json.WriteStartArray("ads");
        await foreach (var line in DataLine.All(db, publication, ct))
        {
            JsonSerializer.Serialize(json, line, Json);
            await json.FlushAsync(ct);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    public const string Notice = "It is not a survey: whoever wishes answers, about the ads that this site could read. Answers describe ads; they do not judge them. Removed ads are not unlawful ads.";

    /// <summary>Description of the CSV (Frictionless Data Package, version 1).</summary>
    public static async Task Package(Stream body, Publication publication, CancellationToken ct)
    {
        var package = new
        {
            profile = "tabular-data-package",
            name = "beffroi-ads",
            title = "What people say of ads",
            description = Notice + Frozen(publication),
            created = publication.Now.UtcDateTime,
            licenses = new[] { new { name = Licence, title = "Licence Ouverte / Open Licence 2.0", path = LicenceUrl } },
            resources = new[]
            {
                new
                {
                    profile = "tabular-data-resource", name = "ads", path = "ads.csv", format = "csv", mediatype = "text/csv", encoding = "utf-8",
                    dialect = new { delimiter = ",", lineTerminator = "\r\n", quoteChar = "\"", doubleQuote = true, header = true },
                    schema = new
                    {
                        fields = DataFields.All.Select(Described),
                        missingValues = new[] { "" },
                        primaryKey = "id",
                    },
                },
            },
        };
        await JsonSerializer.SerializeAsync(body, package, Spaced, ct);
    }

    static string Frozen(Publication publication) => string.Concat(publication.Frozen.Select(c => publication.Freeze(c)!).Select(f =>
        $" Nothing of the answers is published from {f.From.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'} to {f.Until.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}: {f.ElectionNames(Lang.English)}."));

    static Dictionary<string, object> Described(DataField field)
    {
        var described = new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = field.Name, ["type"] = field.Type, ["description"] = field.Title };
        if (string.Equals(field.Type, "number", StringComparison.Ordinal))
        {
            described["constraints"] = new { minimum = 0, maximum = 1 };
        }
        else if (string.Equals(field.Type, "integer", StringComparison.Ordinal))
        {
            described["constraints"] = new { minimum = 0 };
        }
        else if (field.Values is { } values)
        {
            described["constraints"] = new { required = field.Required, @enum = values };
        }
        else if (field.Required)
        {
            described["constraints"] = new { required = true };
        }

        return described;
    }

    // What begins like a formula is shown to a spreadsheet as text.
    static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.Any(c => c is ',' or '"' or '\r' or '\n') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

/// <summary>A freeze, as files tell it.</summary>
public sealed record FreezeJson(string Country, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Elections)
{
    public static FreezeJson Of(string country, PublicationFreeze freeze) => new(country, freeze.From, freeze.Until, [.. freeze.Elections.Select(e => e.Id)]);
}

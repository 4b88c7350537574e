using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>What a source needs besides its watch, by kind. Kept as JSON in <see cref="Source.Settings"/>; never a key: keys are the operator's configuration.</summary>
public sealed partial record SourceSettings
{
    /// <summary>X keeps recent search for seven days.</summary>
    public const int MostBackfillHours = 168;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Jetstream: the server, <c>jetstream2.us-east.bsky.network</c>; null: the operator's. Mastodon: the instance, <c>mastodon.example</c>, whose token the operator has.</summary>
    public string? Host { get; init; }

    /// <summary>Jetstream: the version of its wire format, 1 or 2; null: 1.</summary>
    public int? Version { get; init; }

    /// <summary>X: hours before its start that it first searches, up to <see cref="MostBackfillHours"/>; null: none.</summary>
    public int? BackfillHours { get; init; }

    /// <summary>Inbox: a folder of the operator's inbox, by its name alone.</summary>
    public string? Folder { get; init; }

    /// <summary>Upload: the name that the file had, for people.</summary>
    public string? File { get; init; }

    /// <summary>Inbox and upload: where its posts come from, when its files do not say.</summary>
    public Network? Network { get; init; }

    /// <summary>Inbox and upload: keeps each post, whether or not a term of the watch matches; null: yes for an upload, no for an inbox.</summary>
    public bool? Everything { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>What was kept. A text that was never written here gives empty settings.</summary>
    public static SourceSettings Of(Source source)
    {
        try
        {
            return JsonSerializer.Deserialize<SourceSettings>(source.Settings, Json) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <summary>What somebody typed for a source of this kind; null when something is to be corrected. Fields of other kinds are ignored.</summary>
    public static SourceSettings? Read(SourceKind kind, SourceFields typed, Lang l, Errors errors)
    {
        var read = kind switch
        {
            SourceKind.Jetstream => new SourceSettings { Host = typed.ReadHost(l, errors, required: false), Version = typed.Version?.Trim() is "2" ? 2 : null },
            SourceKind.Mastodon => new() { Host = typed.ReadHost(l, errors, required: true) },
            SourceKind.X => new() { BackfillHours = typed.ReadBackfill(l, errors) },
            SourceKind.Inbox => new() { Folder = typed.ReadFolder(l, errors), Network = typed.ReadNetwork(l, errors), Everything = typed.Everything ? true : null },
            SourceKind.Upload => new() { File = typed.File, Network = typed.ReadNetwork(l, errors) },
        };
        return errors.Any ? null : read;
    }

    /// <summary>A name of a host in its ASCII form, then perhaps a port.</summary>
    internal static bool IsHost(string text) => text.Length <= MostHost && HostName().IsMatch(text);

    // 253 signs of a name (RFC 1035 2.3.4), a colon and five digits.
    const int MostHost = 259;

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,62})?(\.[a-z0-9]([a-z0-9-]{0,62})?)*(:[0-9]{1,5})?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HostName();

    // One folder, never a path: no separator, no leading dot.
    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    internal static partial Regex FolderName();
}

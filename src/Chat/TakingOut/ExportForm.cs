using Beffroi.Chat.Exchange;
using Beffroi.Kit;

namespace Beffroi.Chat.TakingOut;

/// <summary>Forms in which a case leaves.</summary>
public enum ExportFormat
{
    Markdown,
    Json,
    Stix,
}

public static class ExportFormats
{
    public static string Word(this ExportFormat format, Lang l) => format switch
    {
        ExportFormat.Markdown => l.Say("Markdown, à lire ou à imprimer", "Markdown, to read or print"),
        ExportFormat.Json => l.Say("JSON de Beffroi, qui se reprend sans rien perdre", "JSON of Beffroi, taken back without loss"),
        ExportFormat.Stix => l.Say("STIX 2.1, pour d’autres logiciels", "STIX 2.1, for other programs"),
    };

    public static string Name(this ExportFormat format) => format switch { ExportFormat.Markdown => "markdown", ExportFormat.Json => "json", ExportFormat.Stix => "stix" };

    public static string End(this ExportFormat format) => format switch { ExportFormat.Markdown => ".md", ExportFormat.Json => ".json", ExportFormat.Stix => ".stix.json" };

    public static string MediaType(this ExportFormat format) => format switch { ExportFormat.Markdown => CaseMarkdown.MediaType, ExportFormat.Json => CaseFile.MediaType, ExportFormat.Stix => "application/stix+json;version=2.1" };
}

/// <summary>What somebody wants to take, and for whom.</summary>
public sealed record ExportForm
{
    public string? Format { get; init; }

    /// <summary>A <see cref="DestinationKind"/>, or the id of an organisation.</summary>
    public string? For { get; init; }

    /// <summary>Null where nothing was chosen, or what is none of the choices.</summary>
    public ExportFormat? ReadFormat() => Enum.GetNames<ExportFormat>().FirstOrDefault(n => string.Equals(n, Format, StringComparison.Ordinal)) is { } name ? Enum.Parse<ExportFormat>(name) : null;

    public Destination? ReadFor(IReadOnlyDictionary<Guid, string> organisations) => For switch
    {
        nameof(DestinationKind.Oneself) => Destination.Oneself,
        nameof(DestinationKind.Client) => Destination.Client,
        nameof(DestinationKind.Community) => Destination.Community,
        nameof(DestinationKind.World) => Destination.World,
        _ => Guid.TryParse(For, out var id) && organisations.ContainsKey(id) ? Destination.Of(id) : null,
    };
}

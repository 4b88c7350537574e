using Beffroi.Ads.Law;

namespace Beffroi.Ads.Intake;

/// <summary>A record of a file with its number, from 1: an ad, or why it was refused.</summary>
public readonly record struct AdLine(int Number, AdRecord? Record, Words? Fault)
{
    /// <summary>Of an ad that is there and was refused; null: it is not known which.</summary>
    public string? RefusedId { get; init; }

    /// <summary>The file goes on, and is not read further.</summary>
    public bool IsCut { get; init; }

    public static AdLine Of(int number, (AdRecord? Record, Words? Fault) read) => new(number, read.Record, read.Fault);

    public static AdLine Refused(int number, string french, string english) => new(number, null, new(french, english));
}

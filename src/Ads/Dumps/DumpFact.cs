using System.Security.Cryptography;
using System.Text;
using Beffroi.Ads.Intake;

namespace Beffroi.Ads.Dumps;

/// <summary>An ad as one reading of a library has it: what is compared with another reading.</summary>
public sealed record DumpFact
{
    public required string SourceId { get; init; }
    public required string ContentHash { get; init; }

    /// <summary>As <see cref="DumpLine.Fields"/>.</summary>
    public required string Fields { get; init; }

    public string? Payer { get; init; }
    public string? Advertiser { get; init; }
    public long? Impressions { get; init; }
    public decimal? Spend { get; init; }
    public long? Reach { get; init; }

    public static DumpFact Of(AdRecord record) => new()
    {
        SourceId = record.SourceId,
        ContentHash = record.LastingHash,
        Fields = FieldsOf(record),
        Payer = record.Payer,
        Advertiser = record.SponsorKey,
        // A total never falls: nor does the lower end of its range.
        Impressions = record.ImpressionsLow,
        Spend = record.SpendLow,
        Reach = record.Reach,
    };

    public static DumpFact Of(DumpLine line) => new()
    {
        SourceId = line.SourceId, ContentHash = line.ContentHash, Fields = line.Fields, Payer = line.Payer, Advertiser = line.Advertiser, Impressions = line.Impressions, Spend = line.Spend, Reach = line.Reach,
    };

    /// <summary>An ad that is there and could not be read.</summary>
    public static DumpFact Unread(string id) => new() { SourceId = id, ContentHash = "", Fields = "" };

    public DumpLine In(Guid dump) => new()
    {
        DumpId = dump, SourceId = SourceId, ContentHash = ContentHash, Fields = Fields, Payer = Payer, Advertiser = Advertiser, Impressions = Impressions, Spend = Spend, Reach = Reach,
    };

    static string FieldsOf(AdRecord record) => string.Join(';', record.Lasting.Where(f => f.Value is not null).Select(f => $"{f.Name}={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(f.Value!)))[..8]}"));
}

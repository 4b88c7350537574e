namespace Beffroi.Ads.Intake;

/// <summary>What a file says of an ad, before anything of it is believed: <see cref="AdRecord.Read"/> checks it.</summary>
public sealed record AdFields
{
    public string? Id { get; set; }

    /// <summary>Address given by the source, read for its identifier only.</summary>
    public string? SnapshotUrl { get; set; }

    /// <summary>Public address at the source, for sources whose address cannot be rebuilt.</summary>
    public string? PublicUrl { get; set; }

    public string? Country { get; set; }
    public string? Language { get; set; }
    public string? PageId { get; set; }
    public string? PageName { get; set; }
    public string? SponsorCountry { get; set; }
    public string? Payer { get; set; }
    public string? Beneficiary { get; set; }
    public string? Text { get; set; }
    public string? LinkTitle { get; set; }
    public string? LinkDetail { get; set; }
    public string? LinkCaption { get; set; }
    public string? LinkUrl { get; set; }
    public string? CallToAction { get; set; }
    public string? Media { get; set; }
    public IReadOnlyList<string> Platforms { get; set; } = [];
    public string? FirstShown { get; set; }
    public string? LastShown { get; set; }
    public string? ImpressionsLow { get; set; }
    public string? ImpressionsHigh { get; set; }
    public string? SpendLow { get; set; }
    public string? SpendHigh { get; set; }
    public string? Currency { get; set; }
    public string? Reach { get; set; }
    public bool? DeclaredPolitical { get; set; }
}

using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

/// <summary>Tri: sweets to put away, one bin for each kind. What is to be compared is seen; which bin is right is written nowhere.</summary>
public sealed record SweetShop
{
    public required IReadOnlyList<Sweet> Training { get; init; }

    public required IReadOnlyList<SweetBin> TrainingBins { get; init; }

    /// <summary>In the order drawn for this play.</summary>
    public required IReadOnlyList<Sweet> Sweets { get; init; }

    /// <summary>In the order of the shelf, the same for everybody.</summary>
    public required IReadOnlyList<SweetBin> Bins { get; init; }

    /// <summary>Time in play before a resume: the clock shown goes on from there.</summary>
    public double SecondsPlayed { get; init; }
}

public sealed record Sweet(string Id, SweetLook Look);

/// <summary>A bin, with the look of the sweets that go in it.</summary>
public sealed record SweetBin(string Id, SweetLook Look);

/// <summary>What is seen of a sweet. Two kinds always differ by shape or by pattern: the colour only confirms.</summary>
public sealed record SweetLook(SweetShape Shape, SweetPattern Pattern, SweetColour Colour)
{
    /// <summary>The same in words: « papillote, à rayures, orange ».</summary>
    [JsonIgnore]
    public string Words => $"{ShapeWord}, {PatternWord}, {ColourWord}";

    [JsonIgnore]
    public string ShapeWord => Shape switch
    {
        SweetShape.Round => "rond",
        SweetShape.Square => "carré",
        SweetShape.Heart => "cœur",
        SweetShape.Wrapped => "papillote",
        SweetShape.Star => "étoile",
        SweetShape.Lollipop => "sucette",
        SweetShape.Flower => "fleur",
    };

    [JsonIgnore]
    public string PatternWord => Pattern switch
    {
        SweetPattern.Plain => "uni",
        SweetPattern.Stripes => "à rayures",
        SweetPattern.Waves => "à vagues",
        SweetPattern.Dots => "à pois",
        SweetPattern.Checks => "à carreaux",
        SweetPattern.Swirl => "à spirale",
        SweetPattern.Rings => "à cercles",
    };

    [JsonIgnore]
    public string ColourWord => Colour switch
    {
        SweetColour.Orange => "orange",
        SweetColour.Yellow => "jaune",
        SweetColour.Green => "vert",
        SweetColour.Blue => "bleu",
        SweetColour.Violet => "violet",
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<SweetShape>))]
public enum SweetShape
{
    [JsonStringEnumMemberName("rond")] Round,
    [JsonStringEnumMemberName("carre")] Square,
    [JsonStringEnumMemberName("coeur")] Heart,
    [JsonStringEnumMemberName("papillote")] Wrapped,
    [JsonStringEnumMemberName("etoile")] Star,
    [JsonStringEnumMemberName("sucette")] Lollipop,
    [JsonStringEnumMemberName("fleur")] Flower,
}

[JsonConverter(typeof(JsonStringEnumConverter<SweetPattern>))]
public enum SweetPattern
{
    [JsonStringEnumMemberName("uni")] Plain,
    [JsonStringEnumMemberName("rayures")] Stripes,
    [JsonStringEnumMemberName("vagues")] Waves,
    [JsonStringEnumMemberName("pois")] Dots,
    [JsonStringEnumMemberName("carreaux")] Checks,
    [JsonStringEnumMemberName("spirale")] Swirl,
    [JsonStringEnumMemberName("cercles")] Rings,
}

[JsonConverter(typeof(JsonStringEnumConverter<SweetColour>))]
public enum SweetColour
{
    [JsonStringEnumMemberName("orange")] Orange,
    [JsonStringEnumMemberName("jaune")] Yellow,
    [JsonStringEnumMemberName("vert")] Green,
    [JsonStringEnumMemberName("bleu")] Blue,
    [JsonStringEnumMemberName("violet")] Violet,
}

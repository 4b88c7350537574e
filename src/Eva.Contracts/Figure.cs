using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<FigureKind>))]
public enum FigureKind
{
    /// <summary>A clock with hands. Values: hour 0-23, minute.</summary>
    [JsonStringEnumMemberName("horloge")] Clock,

    /// <summary>A screen with digits. Labels: what it shows.</summary>
    [JsonStringEnumMemberName("afficheur")] Display,

    /// <summary>Values: first and last graduation, then where the object begins and ends. Labels: the object's name.</summary>
    [JsonStringEnumMemberName("regle")] Ruler,

    /// <summary>Values: lowest, highest, step of the graduations, reading.</summary>
    [JsonStringEnumMemberName("thermometre")] Thermometer,

    /// <summary>A dial with a needle. Values: highest, step of the graduations, reading.</summary>
    [JsonStringEnumMemberName("balance")] Scales,

    /// <summary>Values: highest, step of the graduations, reading.</summary>
    [JsonStringEnumMemberName("verre_doseur")] Jug,

    /// <summary>One bar for each label. Values: one for each label.</summary>
    [JsonStringEnumMemberName("barres")] Bars,

    /// <summary>One point for each label. Values: one for each label.</summary>
    [JsonStringEnumMemberName("courbe")] Line,

    /// <summary>One slice for each label. Values: one for each label, of any total.</summary>
    [JsonStringEnumMemberName("camembert")] Pie,

    /// <summary>Coins and notes. Values: each one's worth in euros, from 0.01 to 50.</summary>
    [JsonStringEnumMemberName("monnaie")] Money,

    /// <summary>Things to count. Labels: what (<c>pomme</c>, <c>oeuf</c>, <c>carotte</c>, <c>caisse</c>, <c>bouteille</c>, <c>pain</c>, <c>fleur</c>, <c>fromage</c>, <c>poisson</c>, <c>citron</c>). Values: how many of each, then how many in a row.</summary>
    [JsonStringEnumMemberName("objets")] Objects,

    /// <summary>A plan in squares, columns A, B, C… and rows 1, 2, 3…. Values: columns, rows. Labels: <c>B2:Poissonnier</c> for a place, <c>C1:#</c> for a path.</summary>
    [JsonStringEnumMemberName("plan")] Grid,

    /// <summary>A rectangle with its sides. Values: length, width.</summary>
    [JsonStringEnumMemberName("rectangle")] Rectangle,

    /// <summary>A rectangle less a corner. Values: length, width, length and width of the corner.</summary>
    [JsonStringEnumMemberName("equerre")] LShape,

    /// <summary>A box with its edges. Values: length, width, height.</summary>
    [JsonStringEnumMemberName("boite")] Box,

    /// <summary>A number line. Values: first, last, step of the graduations, then the value of each lettered mark (A, B, C…).</summary>
    [JsonStringEnumMemberName("droite")] NumberLine,

    /// <summary>A disc in equal parts. Values: parts, coloured parts.</summary>
    [JsonStringEnumMemberName("fraction")] Fraction,

    /// <summary>A stall and what stands around it. Labels: <c>chat:dessous</c>, one thing a place among <c>gauche</c>, <c>droite</c>, <c>dessus</c>, <c>dessous</c>, <c>devant</c>, <c>derriere</c>; things as in <see cref="Objects"/>, and <c>chat</c>, <c>velo</c>, <c>parapluie</c>, <c>panier</c>, <c>balance</c>, <c>chaise</c>.</summary>
    [JsonStringEnumMemberName("etal")] Stall,
}

/// <summary>A picture drawn from numbers: what it shows is data, so that an item can be written and translated without a drawing.</summary>
public sealed record Figure
{
    public required FigureKind Kind { get; init; }

    /// <summary>For who cannot see it: what is there to read, never the answer. A clock says where its hands point, not the hour.</summary>
    public required string Alt { get; init; }

    public string? Title { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<double> Values { get; init; } = [];
    public IReadOnlyList<string> Labels { get; init; } = [];
}

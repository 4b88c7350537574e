using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Chat.Cases;

/// <summary>Estimative words of ICD 203, Analytic Standards (ODNI, published in 2015, D.6.e.2.a), from the least likely.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Estimate>))]
public enum Estimate
{
    [JsonStringEnumMemberName("almostNoChance")] AlmostNoChance,
    [JsonStringEnumMemberName("veryUnlikely")] VeryUnlikely,
    [JsonStringEnumMemberName("unlikely")] Unlikely,
    [JsonStringEnumMemberName("evenChance")] EvenChance,
    [JsonStringEnumMemberName("likely")] Likely,
    [JsonStringEnumMemberName("veryLikely")] VeryLikely,
    [JsonStringEnumMemberName("almostCertain")] AlmostCertain,
}

/// <summary>Per cent, both included. A bound is shared by two words, as in the source.</summary>
public sealed record EstimateRange(int From, int To);

public static class Estimates
{
    public static readonly IReadOnlyList<Estimate> All = Enum.GetValues<Estimate>();

    /// <summary>The English words are the first of the two lines of ICD 203; the French ones are ours, none being official.</summary>
    public static string Word(this Estimate estimate, Lang language) => estimate switch
    {
        Estimate.AlmostNoChance => language.Say("presque exclu", "almost no chance"),
        Estimate.VeryUnlikely => language.Say("très improbable", "very unlikely"),
        Estimate.Unlikely => language.Say("improbable", "unlikely"),
        Estimate.EvenChance => language.Say("une chance sur deux environ", "roughly even chance"),
        Estimate.Likely => language.Say("probable", "likely"),
        Estimate.VeryLikely => language.Say("très probable", "very likely"),
        Estimate.AlmostCertain => language.Say("presque certain", "almost certain"),
    };

    public static EstimateRange Range(this Estimate estimate) => estimate switch
    {
        Estimate.AlmostNoChance => new(1, 5),
        Estimate.VeryUnlikely => new(5, 20),
        Estimate.Unlikely => new(20, 45),
        Estimate.EvenChance => new(45, 55),
        Estimate.Likely => new(55, 80),
        Estimate.VeryLikely => new(80, 95),
        Estimate.AlmostCertain => new(95, 99),
    };

    /// <summary>The words with their range: "probable (55 à 80 %)".</summary>
    public static string Spoken(this Estimate estimate, Lang language)
    {
        var (from, to) = estimate.Range();
        return estimate.Word(language) + language.Say(
            FormattableString.Invariant($" ({from} à {to}\u202F%)"),
            FormattableString.Invariant($" ({from} to {to}%)"));
    }

    /// <summary>Value of the DNI scale of STIX 2.1 (OASIS, published in 2021, appendix A).</summary>
    public static int Stix(this Estimate estimate) => estimate switch
    {
        Estimate.AlmostNoChance => 5,
        Estimate.VeryUnlikely => 15,
        Estimate.Unlikely => 30,
        Estimate.EvenChance => 50,
        Estimate.Likely => 70,
        Estimate.VeryLikely => 85,
        Estimate.AlmostCertain => 95,
    };

    /// <summary>From a confidence of STIX 2.1, 0 to 100, by the same scale.</summary>
    public static Estimate FromStix(int confidence) => confidence switch
    {
        < 10 => Estimate.AlmostNoChance,
        < 20 => Estimate.VeryUnlikely,
        < 40 => Estimate.Unlikely,
        < 60 => Estimate.EvenChance,
        < 80 => Estimate.Likely,
        < 90 => Estimate.VeryLikely,
        _ => Estimate.AlmostCertain,
    };
}

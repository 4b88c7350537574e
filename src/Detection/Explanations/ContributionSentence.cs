using System.Globalization;

namespace Beffroi.Detection;

static class ContributionSentence
{
    static readonly NumberFormatInfo FrenchNumbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F", NegativeSign = "−" };
    static readonly NumberFormatInfo EnglishNumbers = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" };

    public static string Of(Contribution contribution, Tongue tongue)
    {
        var isFrench = tongue is Tongue.French;
        var words = FeatureWords.Of(contribution.Feature);
        var way = (isFrench, contribution.LogOdds > 0, contribution.LogOdds < 0) switch
        {
            (true, true, _) => " Rapproche des comptes automatisés.",
            (true, _, true) => " Rapproche des comptes de personnes.",
            (true, _, _) => " Ne pèse pas.",
            (false, true, _) => " Brings it closer to automated accounts.",
            (false, _, true) => " Brings it closer to accounts of people.",
            _ => " Does not weigh.",
        };
        if (contribution.IsMissing)
        {
            return (isFrench ? $"Non fourni ou sans objet : {words.Subject.French}." : $"Not given or not applicable: {words.Subject.English}.") + way;
        }

        if (words.Kind is FeatureKind.Flag)
        {
            var (french, english) = contribution.Value > 0.5f ? (words.French, words.English) : words.Otherwise;
            return (isFrench ? french : english) + "." + way;
        }

        var value = Value(words.Kind, contribution.Value, tongue);
        var isOne = words.Kind is FeatureKind.Count or FeatureKind.Rate && (isFrench ? Math.Abs(contribution.Value) < 2 : value is "1");
        return Filled(isFrench ? words.French : words.English, value, isOne) + Place(contribution.Percentile, tongue) + way;
    }

    /// <summary>Puts the value in its sentence; what is counted loses its plural where there is one of it (in French, less than two).</summary>
    static string Filled(string sentence, string value, bool isOne)
    {
        var at = sentence.IndexOf("{0}", StringComparison.Ordinal);
        var rest = sentence[(at + 3)..];
        if (isOne && rest.StartsWith(' '))
        {
            var words = rest[1..].Split(' ', 3);
            words[0] = Singular(words[0]);
            if (words.Length > 1 && (words[1].EndsWith("és", StringComparison.Ordinal) || words[1].EndsWith("ées", StringComparison.Ordinal) || words[1] is "suivis" or "marks" or "letters" or "breaks"))
            {
                words[1] = words[1][..^1];
            }

            rest = " " + string.Join(' ', words);
        }

        return sentence[..at] + value + rest;
    }

    static string Singular(string word)
    {
        var end = word.AsSpan().IndexOfAny('-', ')', ',') is var mark && mark > 0 ? mark : word.Length;
        return end > 1 && word[end - 1] == 's' ? word[..(end - 1)] + word[end..] : word;
    }

    static string Place(double? percentile, Tongue tongue)
    {
        if (percentile is not { } share)
        {
            return ".";
        }

        // Rounded inwards: nothing is above 100 % of people.
        var (more, isMore) = (Math.Clamp(share, 0.01, 0.99), share >= 0.5);
        var percent = Math.Floor((isMore ? more : 1 - more) * 100 + 1e-9).ToString(CultureInfo.InvariantCulture);
        return (tongue, isMore) switch
        {
            (Tongue.French, true) => $" : plus que {percent} % des comptes humains de référence.",
            (Tongue.French, false) => $" : moins que {percent} % des comptes humains de référence.",
            (Tongue.English, true) => $": more than {percent}% of the reference accounts of people.",
            (Tongue.English, false) => $": less than {percent}% of the reference accounts of people.",
            _ => throw new ArgumentOutOfRangeException(nameof(tongue)),
        };
    }

    static string Value(FeatureKind kind, float value, Tongue tongue)
    {
        var isFrench = tongue is Tongue.French;
        var numbers = isFrench ? FrenchNumbers : EnglishNumbers;
        return kind switch
        {
            FeatureKind.Count => value.ToString("#,0", numbers),
            FeatureKind.Rate when value is > 0 and < 0.0005f => isFrench ? "moins de 0,001" : "less than 0.001",
            FeatureKind.Rate => Rate(value, numbers),
            FeatureKind.Share => (100 * value).ToString(Math.Abs(value) is > 0 and < 0.1f ? "0.#" : "0", numbers) + (isFrench ? " %" : "%"),
            FeatureKind.Duration => Duration(Math.Pow(10, value), tongue),
            FeatureKind.Days => Duration(value * 86_400.0, tongue),
            FeatureKind.Flag => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    static string Rate(float value, NumberFormatInfo numbers) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("#,0", numbers),
        >= 1 => value.ToString("0.#", numbers),
        _ => value.ToString("0.###", numbers),
    };

    static string Duration(double seconds, Tongue tongue)
    {
        var (amount, french, english) = seconds switch
        {
            < 120 => (seconds, "seconde", "second"),
            < 7_200 => (seconds / 60, "minute", "minute"),
            < 172_800 => (seconds / 3_600, "heure", "hour"),
            < 63_072_000 => (seconds / 86_400, "jour", "day"),
            _ => (seconds / 31_557_600, "an", "year"),
        };
        var isFrench = tongue is Tongue.French;
        var rounded = amount < 10 ? Math.Round(amount, 1) : Math.Round(amount);
        return rounded.ToString("#,0.#", isFrench ? FrenchNumbers : EnglishNumbers) + " " + (isFrench ? french + (rounded >= 2 ? "s" : "") : english + (rounded == 1 ? "" : "s"));
    }
}

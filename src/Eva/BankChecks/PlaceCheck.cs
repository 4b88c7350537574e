using System.Text.RegularExpressions;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.BankChecks;

/// <summary>Where an item stands: what it measures, how hard, worth what.</summary>
static partial class PlaceCheck
{
    /// <summary>Logits: beyond, nobody or everybody is right.</summary>
    const double Farthest = 6;

    /// <summary>Items of ours beside the code book.</summary>
    public const string Extra = "beffroi";

    /// <summary>Questions to try first.</summary>
    public const string Trial = "essai";

    public static void Of(ItemFaults faults, BankOutline outline)
    {
        var item = faults.Item;
        faults.When(!double.IsFinite(item.Difficulty) || Math.Abs(item.Difficulty) > Farthest, BankColumn.Difficulty, $"La difficulté est un nombre de logits entre −{Farthest} et {Farthest}.");
        faults.When(item.Degree is not (null or (>= 1 and <= 4)), BankColumn.Degree, "Le degré de l’ANLCI va de 1 à 4.");
        faults.When(item.Points is < 0 or > 100, BankColumn.Points, "Les points vont de 0 à 100.");
        faults.When(item.Picture is { } picture && !KnownPictures.All.Contains(picture), BankColumn.Picture, $"Cette image est inconnue. Les images possibles : {string.Join(", ", KnownPictures.All)}.");
        faults.When(item.Measured.Any(m => m is not ("document" or "choices")), BankColumn.Measured, "Écrivez « document » ou « choices », un par ligne, ou rien.");
        Skill(faults, outline);
        if (outline.IsPositioning)
        {
            Positioning(faults, outline);
        }
        else
        {
            faults.When(item.Family is not null, BankColumn.Family, "Seules les situations de positionnement ont des familles.");
        }
    }

    static void Skill(ItemFaults faults, BankOutline outline)
    {
        var item = faults.Item;
        faults.When(item.Skill is null ? faults.Use is BankUse.Question : !outline.Skills.ContainsKey(item.Skill), BankColumn.Skill, $"Les compétences possibles ici : {string.Join(", ", outline.Skills.Keys)}.");
        if (outline.ScaleOf(item) is { } scale)
        {
            faults.When(item.Level is { } level && !BankOutline.Levels(scale).Contains(level, StringComparer.Ordinal), BankColumn.Level, $"Les niveaux possibles ici : {string.Join(", ", BankOutline.Levels(scale))}.");
            faults.When(outline.IsPositioning && scale is BankScale.Numeracy && !(item.Criterion is { } criterion && Criterion().IsMatch(criterion)), BankColumn.Criterion, "Le critère CléA s’écrit 2.1.2. Un tableur l’a peut-être pris pour une date.");
        }
    }

    static void Positioning(ItemFaults faults, BankOutline outline)
    {
        var item = faults.Item;
        if (faults.Use is BankUse.Training)
        {
            faults.When(item.Family is not Trial, BankColumn.Family, $"La famille d’une question d’essai est « {Trial} ».");
        }
        else if (outline.FamilyOf(item.Id) is { } family)
        {
            faults.When(!string.Equals(item.Family, family.Code, StringComparison.Ordinal), BankColumn.Family, $"La famille de {item.Id} est {family.Code}.");
            faults.When(item.Points != family.Points, BankColumn.Points, string.Create(Kit.French.Culture, $"Une question de la famille {family.Code} vaut {family.Points:0.##} point(s) dans les règles publiées."));
        }
        else
        {
            faults.When(item.Family is not Extra, BankColumn.Family, $"Cet identifiant n’est pas dans le livre de codes : sa famille est « {Extra} ».");
        }
    }

    [GeneratedRegex(@"^2\.[0-9]\.[0-9]{1,2}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Criterion();
}

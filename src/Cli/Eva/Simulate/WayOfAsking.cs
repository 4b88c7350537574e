using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;
using BankItem = Beffroi.Eva.Bank.BankItem;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>A way to ask and to read, as the product does it.</summary>
enum WayOfAsking
{
    /// <summary>The adaptive walk, read by its ability.</summary>
    Adaptive,

    /// <summary>Every item of the bank, read by its ability.</summary>
    WholeBank,

    /// <summary>The historical questions, read by the ability.</summary>
    HistoricalAbility,

    /// <summary>The historical questions and profiles.</summary>
    Historical,
}

/// <summary>What one sitting gave.</summary>
sealed record Sat(IReadOnlyList<string> Asked, Scale? Scale, int? Level, double? Lowest, bool? Flagged);

static class Sitting
{
    public static Sat Of(WayOfAsking way, PositioningBank bank, DrawnPerson person, int day)
    {
        var answers = person.Answers(day);
        var play = way switch
        {
            WayOfAsking.Adaptive => Walked(new AdaptiveWalk(bank, person.WalkSeed(day)), RouteMode.Beffroi, bank, answers),
            WayOfAsking.WholeBank => Whole(bank, answers),
            WayOfAsking.HistoricalAbility or WayOfAsking.Historical => Walked(FixedWalk.Of(bank.Situation), RouteMode.Historique, bank, answers),
        };
        IReadOnlyList<string> asked = [.. play.Steps.Select(s => s.Item.Id)];
        return way is WayOfAsking.Historical ? ByProfile(asked, HistoricalPositioning.Run([play])!) : ByAbility(asked, AbilityPositioning.Run([play], BeffroiNorms.Expert2026)!);
    }

    static RoutePlay Walked(Walk walk, RouteMode mode, PositioningBank bank, Func<BankItem, RouteStep> answers)
    {
        var (steps, marks) = (new List<RouteStep>(), new List<RouteMark>());
        while (walk.Next(marks) is { } next)
        {
            steps.Add(answers(bank.Get(next)));
            marks.Add(steps[^1].Mark);
        }

        return new() { Bank = bank, Mode = mode, Steps = steps, Next = null, Place = walk.Place(marks) };
    }

    static RoutePlay Whole(PositioningBank bank, Func<BankItem, RouteStep> answers) =>
        new() { Bank = bank, Mode = RouteMode.Beffroi, Steps = [.. bank.Items.Select(answers)], Next = null, Place = new(bank.Items.Count, bank.Items.Count) };

    static Sat ByAbility(IReadOnlyList<string> asked, PositioningScore score)
    {
        var scale = score.Litteratie ?? score.Numeratie;
        var lowest = scale?.FrameworkProbabilities![0].Probability;
        return new(asked, scale, (int?)scale?.Anlci, lowest, lowest >= LevelProbabilities.FlagThreshold(3));
    }

    // The published flag is a profile 1 or 2; an aberrant profile is no level.
    static Sat ByProfile(IReadOnlyList<string> asked, PositioningScore score)
    {
        var level = score.NumeratieProfile is { } numeracy ? (int)numeracy : score.LitteratieProfile?.Profil switch
        {
            ProfilLitteratie.Profil1 => 0,
            ProfilLitteratie.Profil2 => 1,
            ProfilLitteratie.Profil3 => 2,
            ProfilLitteratie.Profil4 or ProfilLitteratie.Profil4H => 3,
            ProfilLitteratie.Profil4HPlus => 4,
            ProfilLitteratie.Profil4HPlusPlus => 5,
            ProfilLitteratie.Aberrant or null => (int?)null,
        };
        return new(asked, null, level, null, level is <= 1);
    }
}

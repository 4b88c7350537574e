using Beffroi.Psychometrics;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>People of one scenario, each asked in the four ways; adaptive tests are taken twice.</summary>
static class EvaSimulation
{
    // People between two reports of progress.
    const int Batch = 40;

    public static IReadOnlyList<EvaFigures> Run(EvaScenario scenario, Progress progress, CancellationToken ct)
    {
        var ways = Enum.GetValues<WayOfAsking>();
        var people = ways.ToDictionary(way => way, _ => new AskedPerson[scenario.Persons]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct };
        for (var bank = 0; bank < scenario.Banks; bank++)
        {
            var (index, items) = (bank, scenario.Items(bank));
            var (first, end) = (Share(scenario, bank), Share(scenario, bank + 1));
            for (var start = first; start < end; start += Batch)
            {
                var stop = Math.Min(start + Batch, end);
                Parallel.For(start, stop, parallel, number =>
                {
                    var person = new DrawnPerson(scenario.Seed, number, items);
                    foreach (var way in ways)
                    {
                        var first = Sitting.Of(way, scenario.Bank, person, 1);
                        var again = way is WayOfAsking.WholeBank ? null : Sitting.Of(way, scenario.Bank, person, 2);
                        people[way][number] = new(index, person.Ability, first, again?.Level, [.. first.Asked.Select(items.Place)]);
                    }
                });
                for (var done = start; done < stop; done++)
                {
                    progress.Step();
                }
            }
        }

        return [.. ways.Select(way => EvaFigures.Of(scenario, way, people[way]))];
    }

    static int Share(EvaScenario scenario, int bank) => (int)((long)scenario.Persons * bank / scenario.Banks);
}

/// <summary>A person once asked in one way.</summary>
sealed record AskedPerson(int Bank, double Ability, Sat Sat, int? LevelAgain, int[] Places)
{
    /// <summary>As the library's measures read people.</summary>
    /// <param name="decision">Gives the side of the cut.</param>
    public SimulatedPerson Under(EvaScenario scenario, CutDecision decision) => new()
    {
        Bank = Bank,
        Ability = Ability,
        IsFocal = false,
        IsGuessing = false,
        Asked = [.. Places],
        Reading = Sat.Scale is { StandardError: { } error, Interval: { } interval } scale ? new(scale.Value, error, interval.Low, interval.High) : null,
        TrueLevel = scenario.AnlciCuts.Count(cut => Ability > cut),
        Level = Sat.Level,
        LevelAgain = Sat.Level is null ? null : LevelAgain,
        IsFlagged = Sat.Lowest is { } p ? p >= decision.FlagFrom : Sat.Flagged,
        IsDecided = Sat.Lowest is { } sure ? Math.Max(sure, 1 - sure) >= decision.SureFrom : null,
    };
}

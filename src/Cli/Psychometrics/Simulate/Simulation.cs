using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Simulate;

/// <summary>One person's test, once done: items are places in <see cref="Crowd.Items"/>.</summary>
sealed record SimulatedTest(double? Truth, double Ability, double StandardError, int[] Items, StopReason Stop);

/// <summary>Gives an adaptive test to each person in turn.</summary>
static class Simulation
{
    const int PersonsByLine = 10_000;

    public static SimulationReport Run(Crowd crowd, AdaptiveTest test, Terminal terminal, CancellationToken ct)
    {
        var places = crowd.Items.Select((item, at) => (item.Name, at)).ToDictionary(item => item.Name, item => item.at, StringComparer.Ordinal);
        var progress = new Progress(terminal, crowd.Persons, "tests", PersonsByLine);
        var done = new List<SimulatedTest>(crowd.Persons);
        var start = terminal.Clock.GetTimestamp();
        for (var person = 0; person < crowd.Persons; person++)
        {
            ct.ThrowIfCancellationRequested();
            var (truth, score) = crowd.Next();
            done.Add(One(test.Start((ulong)person), truth, score, places));
            progress.Step();
        }

        progress.End();
        return new() { Crowd = crowd, Method = test.Options.Ability, Tests = done, Elapsed = terminal.Clock.GetElapsedTime(start) };
    }

    static SimulatedTest One(CatSession session, double? truth, Func<int, int?> score, Dictionary<string, int> places)
    {
        while (session.Next() is { } item)
        {
            if (score(places[item.Id]) is { } given)
            {
                session.Answer(item.Id, given);
            }
            else
            {
                session.Skip(item.Id);
            }
        }

        return new(truth, session.Ability, session.StandardError, [.. session.History.Where(step => step.Score is not null).Select(step => places[step.ItemId])], session.Stop!.Reason);
    }
}

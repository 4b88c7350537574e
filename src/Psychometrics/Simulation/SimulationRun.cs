namespace Beffroi.Psychometrics;

/// <summary>The work of a simulation: banks one after the other, the people of each on any number of threads.</summary>
sealed class SimulationRun(SimulationScenario scenario)
{
    // People between two reports of progress.
    const int Batch = 200;

    // What each chance is for, so that none is used twice.
    const int OfBank = 1;
    const int OfTruth = 2;
    const int OfPerson = 3;
    const int OfSitting = 4;

    public SimulatedPerson[] People(int threads, IProgress<int>? progress, CancellationToken ct)
    {
        var people = new SimulatedPerson[scenario.Persons];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = ct };
        for (var b = 0; b < scenario.Banks; b++)
        {
            ct.ThrowIfCancellationRequested();
            var (index, first, end) = (b, Share(b), Share(b + 1));
            var bank = new SimulatedBank(
                scenario.Bank.Draw(RandomStream.Of(scenario.Seed, OfBank, b)), scenario.ItemError, scenario.Answers.DifShare, RandomStream.Of(scenario.Seed, OfTruth, b));
            var test = scenario.Design.Prepare(bank, scenario);
            for (var start = first; start < end; start += Batch)
            {
                var stop = Math.Min(start + Batch, end);
                Parallel.For(start, stop, parallel, person => people[person] = Simulate(person, index, bank, test));
                progress?.Report(stop);
            }
        }

        return people;
    }

    int Share(int bank) => (int)((long)scenario.Persons * bank / scenario.Banks);

    SimulatedPerson Simulate(int person, int index, SimulatedBank bank, Func<Sitting, SittingRecord> test)
    {
        var traits = new SimulatedTraits(scenario, bank.Used.Areas.Length, RandomStream.Of(scenario.Seed, OfPerson, person));
        var first = test(Sit(1));
        var (decision, below) = (scenario.EffectiveDecision, Below(first));
        return new()
        {
            Bank = index,
            Ability = traits.Ability,
            IsFocal = traits.IsFocal,
            IsGuessing = traits.IsGuessing,
            Asked = first.Asked,
            Reading = Reading(first),
            TrueLevel = scenario.Cuts.IsEmpty ? null : Cuts.Level(traits.Ability, scenario.Cuts),
            Level = Level(first),
            LevelAgain = scenario.IsRepeated ? Level(test(Sit(2))) : null,
            IsFlagged = decision is null ? null : below is { } p ? p >= decision.FlagFrom : first.Level < Cuts.Level(decision.Cut, scenario.Cuts),
            IsDecided = below is { } sure ? Math.Max(sure, 1 - sure) >= decision!.SureFrom : null,
        };

        Sitting Sit(int occasion) => new(bank, scenario, traits, RandomStream.Of(scenario.Seed, OfSitting, person, occasion).Next());
    }

    static SimulatedReading? Reading(SittingRecord sitting) => sitting is { Posterior: { } posterior, Estimate: var (ability, error) } && posterior.Interval() is var (low, high)
        ? new(ability, error, low, high)
        : null;

    double? Below(SittingRecord sitting) =>
        scenario.EffectiveDecision is { } decision ? sitting.Posterior?.ProbabilityBelow(decision.Cut) : null;

    int? Level(SittingRecord sitting) =>
        sitting.Posterior is not { } posterior ? sitting.Level : scenario.Cuts.IsEmpty ? null : new LevelProbabilities(posterior, scenario.Cuts).MostProbable;
}

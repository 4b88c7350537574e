using System.Collections.Concurrent;
using Beffroi.Eva;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Browser.Tests;

/// <summary>Many people play the whole parcours at once while the power is cut, again and again.</summary>
public sealed class CrowdTests
{
    const string Code = "FLE59000";

    [Fact, Trait(Depth.Name, Depth.Long)]
    public Task Of_8_people_playing_at_once_no_acknowledged_event_is_lost_or_doubled_by_2_power_cuts() => Play(8, [90, 250]);

    [Fact, Trait(Depth.Name, Depth.Long)]
    public Task Of_200_people_playing_at_once_no_acknowledged_event_is_lost_or_doubled_by_6_power_cuts() => Play(200, [40, 100, 160, 220, 300, 370]);

    /// <param name="cuts">The power is cut when this many events a head have been acknowledged; a whole parcours tells some 470.</param>
    static async Task Play(int people, int[] cuts)
    {
        await using var product = await Product.Start();
        var situations = ParcoursPlan.Names(Parcours.Complet);
        Assert.Equal(7, situations.Count);
        product.Opens(Code, [.. situations]);

        var acknowledged = new ConcurrentQueue<string>();
        var reached = cuts.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var crowd = Enumerable.Range(1, people).Select(number => new DistantPerson(product.Address, number, Hear)).ToList();
        foreach (var group in crowd.Index().Chunk(10))
        {
            await Task.WhenAll(group.Select(p => p.Item.Enter(Code, $"Personne {p.Index + 1}")));
        }

        // Each on one thread at a time, as a page; each begins one situation further than the one before.
        var playing = Task.WhenAll(crowd.Select((person, index) => Task.Factory.StartNew(
            () => person.Play([.. situations.Skip(index % situations.Count), .. situations.Take(index % situations.Count)]),
            CancellationToken.None,
            TaskCreationOptions.DenyChildAttach,
            new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap()));
        foreach (var cut in reached)
        {
            await await Task.WhenAny(cut.Task, playing);
            await product.Kill();
            Assert.False(playing.IsCompleted, "The last answers were in before the cut.");
            var certain = acknowledged.ToArray();
            Assert.Empty(certain.Except(Kept(), StringComparer.Ordinal));
            await product.Run();
        }

        await playing;

        Assert.All(crowd, person => Assert.True(person.Told.Count > 400, $"Only {person.Told.Count} events happened to one of them."));
        Assert.Equal(crowd.SelectMany(person => person.Told).Select(Ledger.Line).Order(StringComparer.Ordinal), Kept().Order(StringComparer.Ordinal));
        Assert.Empty(crowd.SelectMany(person => person.Told).Select(Ledger.Line).Except(acknowledged, StringComparer.Ordinal));
        var ended = product.Read(db => Evaluations(db).Select(e => new { e.FinishedAt, Runs = e.Runs.Count(r => r.FinishedAt != null), Scores = e.Results.Count }).ToList());
        Assert.Equal(people, ended.Count);
        Assert.All(ended, e => Assert.True(e is { FinishedAt: not null, Runs: 7, Scores: > 0 }));
        var repeated = crowd.Sum(person => person.SentAgain);
        Assert.True(repeated > 0, "No reply was lost: nothing could be doubled.");
        crowd.ForEach(person => person.Dispose());
        TestContext.Current.TestOutputHelper?.WriteLine($"{people} people, {crowd.Sum(p => p.Told.Count)} events, {cuts.Length} cuts; {acknowledged.Count} lines acknowledged, {repeated} of them sent again");

        void Hear(IReadOnlyList<GameEvent> batch)
        {
            foreach (var happened in batch)
            {
                acknowledged.Enqueue(Ledger.Line(happened));
            }

            foreach (var (cut, events) in reached.Zip(cuts))
            {
                if (acknowledged.Count >= events * people)
                {
                    cut.TrySetResult();
                }
            }
        }

        List<string> Kept() => Ledger.Kept(product, Evaluations);
    }

    static IQueryable<Evaluation> Evaluations(EvaDb db) => db.Evaluations.AsNoTracking().Where(e => e.Campaign!.Code == Code);
}

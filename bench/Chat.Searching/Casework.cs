using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Searching;

/// <summary>Cases of ten organisations, of which half are everybody's and half of one alone: each with an observable, a picture, a criterion that waits and a question.</summary>
sealed class Casework(IServiceProvider provider, int count)
{
    const int Organisations = 10;
    const int Batch = 50;

    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

#pragma warning disable RS0030 // Seeded: the same cases each time.
    readonly Random _random = new(20261127);
#pragma warning restore RS0030

    readonly List<Guid> _cases = [];

    public async Task Run()
    {
        var start = Stopwatch.GetTimestamp();
        await Fill();
        Say($"{count} cases, {5 * count} lines written: {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
        Say($"open questions, all faces to be made: {await Time(OpenPoints):F0} ms");
        Say($"open questions, none changed: {Spread(await Times(40, OpenPoints))}");
        Say($"evidence that looks the same, among {count} pictures: {Spread(await Times(40, Twins))}");
    }

    async Task Fill()
    {
        await using (var scope = provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
            scope.ServiceProvider.GetRequiredService<Actor>().Act = "mesure.remplir";
            await db.Database.MigrateAsync();
            for (var i = 0; i < Organisations; i++)
            {
                db.Add(new Organisation { Id = Organisation(i), Name = $"Organisation {i}", Sector = Sector.State, Country = "FR", ApprovedAt = Start, ApprovedBy = Guid.Empty });
                db.Add(new Member { Id = Guid.NewGuid(), AccountId = Person(i), OrganisationId = Organisation(i), Name = $"Personne {i}", JoinedAt = Start });
            }

            await db.SaveChangesAsync();
        }

        for (var from = 0; from < count; from += Batch)
        {
            await using var scope = provider.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
            scope.ServiceProvider.GetRequiredService<Actor>().Act = "mesure.remplir";
            for (var i = from; i < Math.Min(count, from + Batch); i++)
            {
                await scope.ServiceProvider.GetRequiredService<CaseKeeping>().Keep(Log(i), 0, Seat(i % Organisations), CancellationToken.None);
            }

            await db.SaveChangesAsync();
        }
    }

    CaseLog Log(int i)
    {
        var (seat, log) = (Seat(i % Organisations), CaseLog.Of(Guid.NewGuid()));
        _cases.Add(log.Id);
        // One picture in ten is that of the first case, a little changed.
        var bits = i % 10 == 0 ? 0x0F0F_3C3C_5A5A_9999UL ^ (1UL << _random.Next(64)) : unchecked((ulong)_random.NextInt64());
        var picture = string.Create(CultureInfo.InvariantCulture, $"{bits:x16}{bits:x16}");
        Marked all = new() { Tlp = i % 2 == 0 ? Tlp.Green : Tlp.AmberStrict, Audience = i % 2 == 0 ? Audience.Community : Audience.Of(seat.OrganisationId!.Value) };
        CaseFact[] facts =
        [
            new CaseOpened { Title = $"Dossier {i}" },
            new ObservableNoted { Observable = Observable.Read(ObservableKind.Url, string.Create(CultureInfo.InvariantCulture, $"https://exemple.example/{i / 3}"))! },
            new EvidenceKept { FileName = "capture.png", MediaType = "image/png", Size = 12, Sha256 = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i))), PerceptualHash = picture },
            new CriterionAssessed { Criterion = Convention.Massive, Stand = Stand.Unknown, Why = "À mesurer." },
            new ArgumentMade { Stance = Stance.Question, Text = "D’où vient l’image\u00A0?" },
        ];
        return facts.Aggregate(log, (l, fact) => l.With(new() { Id = Guid.NewGuid(), Author = seat.Author, Marking = fact is CaseOpened ? all : new() { Tlp = all.Tlp }, Fact = fact }, TimeProvider.System, RandomNumberGenerator.Create()));
    }

    // What the page asks: the count, and fifty points with their titles (ListOpenPoints).
    static async Task OpenPoints(IServiceProvider services)
    {
        var (faces, now) = (services.GetRequiredService<CaseFaces>(), TimeProvider.System.GetUtcNow());
        var readable = await faces.Of(Seat(0), null, CancellationToken.None);
        var waiting = faces.Points(readable, now);
        _ = await waiting.CountAsync();
        _ = await waiting.OrderByDescending(p => p.DueAt < now).ThenBy(p => p.Since).ThenBy(p => p.CaseId).ThenBy(p => p.Number).Take(50).Join(readable, p => p.CaseId, f => f.CaseId, (p, f) => new { Point = p, f.Title }).ToListAsync();
    }

    async Task Twins(IServiceProvider services)
    {
        var seat = Seat(0);
        var view = (await services.GetRequiredService<CaseShelf>().View(_cases[0], seat.Reader, CancellationToken.None))!;
        _ = await services.GetRequiredService<CaseMeetings>().Twins(view, view.State.Evidence[0].Kept, seat.Reader, CancellationToken.None);
    }

    async Task<double> Time(Func<IServiceProvider, Task> act)
    {
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "mesure.lire";
        var start = Stopwatch.GetTimestamp();
        await act(scope.ServiceProvider);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    async Task<List<double>> Times(int turns, Func<IServiceProvider, Task> act)
    {
        var times = new List<double>();
        for (var i = 0; i < turns; i++)
        {
            times.Add(await Time(act));
        }

        return [.. times.Order()];
    }

    static string Spread(List<double> times) => string.Create(CultureInfo.InvariantCulture, $"p50 {times[times.Count / 2]:F1}, p95 {times[times.Count * 95 / 100]:F1}, max {times[^1]:F1} ms");

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    static Guid Organisation(int i) => new(i, 1, 0, new byte[8]);

    static Guid Person(int i) => new(i, 3, 0, new byte[8]);

    static Seat Seat(int i) => new() { AccountId = Person(i), Name = $"Personne {i}", OrganisationId = Organisation(i), OrganisationName = $"Organisation {i}" };
}

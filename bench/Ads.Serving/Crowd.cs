using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Serving;

/// <summary>100,000 groups and a million answers by 20,000 browsers: most groups are settled, a third waits for answers.</summary>
static class Crowd
{
    public const int Groups = 100_000;
    public const int Answers = 1_000_000;
    public const int Voters = 20_000;
    const int AtOnce = 10_000;

    public static string Voter(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    public static async Task Fill(ServiceProvider services, DateTimeOffset now)
    {
        var (import, sponsor) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await Write(services, db =>
        {
            db.Add(new AdImport { Id = import, Source = AdSource.OwnFormat, Name = "measure", Sha256 = new('0', 64), At = now });
            db.Add(new Sponsor { Id = sponsor, Source = AdSource.OwnFormat, Key = "measure", Name = "Measure" });
        });
        var chance = new Random(9);
        var groups = new (Guid Group, Guid Ad)[Groups];
        for (var from = 0; from < Groups; from += AtOnce)
        {
            await Write(services, db =>
            {
                for (var n = from; n < from + AtOnce; n++)
                {
                    groups[n] = (Guid.CreateVersion7(now.AddMilliseconds(n)), Guid.CreateVersion7(now.AddMilliseconds(n)));
                    var waits = n % 3 == 0;
                    db.Add(new AdGroup { Id = groups[n].Group, ShownAdId = groups[n].Ad, Country = "FR", Ads = 1, Answers = waits ? n % 9 : 12, Wanted = waits ? (n % 9) + 1 : 12, State = waits ? GroupState.Open : n % 500 == 1 ? GroupState.Gold : GroupState.Settled, Shuffle = chance.Next(), AddedAt = now });
                    db.Add(new Ad { Id = groups[n].Ad, Source = AdSource.OwnFormat, SourceId = n.ToString(CultureInfo.InvariantCulture), Country = "FR", SponsorId = sponsor, PageName = "Measure", Text = "Ad " + n.ToString(CultureInfo.InvariantCulture), ContentHash = new('1', 64), GroupId = groups[n].Group, ImportId = import, ImportedAt = now });
                }
            });
        }

        // Each group has ten browsers out of 20,000, and each browser fifty groups.
        for (var from = 0; from < Answers; from += AtOnce)
        {
            await Write(services, db =>
            {
                for (var n = from; n < from + AtOnce; n++)
                {
                    var (group, turn) = (n % Groups, n / Groups);
                    db.Add(new Answer { Id = Guid.CreateVersion7(now.AddMilliseconds(n)), GroupId = groups[group].Group, AdId = groups[group].Ad, Voter = Voter((int)(((group * 2654435761L) + (turn * 1999L)) % Voters)), Political = (PoliticalAnswer)chance.Next(3), Language = Lang.French, At = now.AddSeconds(-n) });
                }
            });
        }
    }

    static async Task Write(ServiceProvider services, Action<AdsDb> change)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "mesure.remplir";
        var db = scope.ServiceProvider.GetRequiredService<AdsDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        change(db);
        await db.SaveChangesAsync();
    }
}

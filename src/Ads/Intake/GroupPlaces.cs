using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Ads.Grouping;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Intake;

/// <summary>The groups that ads of an import come into and leave.</summary>
sealed class GroupPlaces(AdsDb db, TimeProvider clock)
{
    readonly GroupFinder _finder = new(db);

    /// <summary>Reads what the texts may be near to, before <see cref="Join"/>.</summary>
    public Task Prepare(IReadOnlyList<NearText> texts, CancellationToken ct) => _finder.Prepare(texts, ct);

    public async Task Join(Ad ad, NearText text, CancellationToken ct)
    {
        if (_finder.Find(text) is { } found)
        {
            var group = await Of(found, ct);
            ad.GroupId = group.Id;
            group.Ads++;
            group.Rank = Math.Min(group.Rank, AskingRank.Of(ad, clock.GetUtcNow()));
            if (group.Ads == 1)
            {
                group.ShownAdId = ad.Id;
                group.State = await StateBefore(group, ct);
            }
            else if (ad.HiddenAt is null && await db.Ads.AnyAsync(a => a.Id == group.ShownAdId && a.HiddenAt != null, ct))
            {
                group.ShownAdId = ad.Id;
            }

            return;
        }

        var own = new AdGroup
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), ShownAdId = ad.Id, Country = ad.Country, Language = ad.Language, Signature = text.Signature, Ads = 1,
            State = GroupState.Open, Rank = AskingRank.Of(ad, clock.GetUtcNow()), Shuffle = Shuffled(ad), AddedAt = clock.GetUtcNow(),
        };
        _finder.Make(own, text);
        ad.GroupId = own.Id;
    }

    // An empty group is shown no more; its answers stay with it.
    public async Task Leave(Ad ad, AdGroup group, CancellationToken ct)
    {
        group.Ads--;
        if (group.Ads <= 0)
        {
            group.Ads = 0;
            group.State = GroupState.Withdrawn;
        }
        else if (group.ShownAdId == ad.Id)
        {
            group.ShownAdId = await db.Ads.Where(a => a.GroupId == group.Id && a.Id != ad.Id).OrderBy(a => a.HiddenAt != null).ThenBy(a => a.ImportedAt).ThenBy(a => a.Id).Select(a => a.Id).FirstOrDefaultAsync(ct) is var next && next != Guid.Empty
                ? next : db.Ads.Local.First(a => a.GroupId == group.Id && a.Id != ad.Id).Id;
        }
    }

    // Empty before, and an ad says its text again.
    async Task<GroupState> StateBefore(AdGroup group, CancellationToken ct) =>
        await db.Gold.AnyAsync(g => g.GroupId == group.Id, ct) ? GroupState.Gold
        : await db.Verdicts.AnyAsync(v => v.GroupId == group.Id && v.Question == Question.Political && v.Settled, ct) ? GroupState.Settled
        : GroupState.Open;

    public async Task<AdGroup> Of(Guid id, CancellationToken ct) => await db.Groups.FindAsync([id], ct) ?? throw new InvalidOperationException($"An ad is in the group {id}, which is not there.");

    // Drawn from what nobody chooses: the order in which ads are asked is not that of a file.
    static int Shuffled(Ad ad) => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{ad.Source}/{ad.SourceId}"))) & int.MaxValue;
}

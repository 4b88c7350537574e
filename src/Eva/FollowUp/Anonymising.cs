using System.Security.Cryptography;
using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Reviews;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.FollowUp;

/// <summary>Makes nobody of people whose last evaluation is past the time that their structure keeps: name, codes, what they wrote and said of themselves go; answers to the questions
/// and results stay.</summary>
public sealed class Anonymising(EvaDb db, RetentionSettings settings, TimeProvider clock, Actor actor)
{
    // One transaction for each person, and so many read at once: a night's work that is stopped is not lost.
    const int AtATime = 100;

    /// <param name="progress">Told how many are done, batch after batch.</param>
    /// <returns>How many people were made anonymous.</returns>
    public async Task<int> AnonymiseAllDue(Action<int>? progress, CancellationToken ct)
    {
        var (now, done) = (clock.GetUtcNow(), 0);
        var shorter = await RetentionRule.Shorter(db, settings, ct);
        var structures = shorter.Keys.ToList();
        foreach (var (structure, months) in shorter)
        {
            done = await All(Due(months, now).Where(p => p.StructureId == structure), done, progress, ct);
        }

        return await All(Due(settings.KeptMonths, now).Where(p => !structures.Contains(p.StructureId)), done, progress, ct);
    }

    /// <summary>How many people the next round makes anonymous.</summary>
    public async Task<int> CountDue(CancellationToken ct)
    {
        var (now, shorter) = (clock.GetUtcNow(), await RetentionRule.Shorter(db, settings, ct));
        var structures = shorter.Keys.ToList();
        var due = await Due(settings.KeptMonths, now).CountAsync(p => !structures.Contains(p.StructureId), ct);
        foreach (var (structure, months) in shorter)
        {
            due += await Due(months, now).CountAsync(p => p.StructureId == structure, ct);
        }

        return due;
    }

    async Task<int> All(IQueryable<Beneficiary> due, int done, Action<int>? progress, CancellationToken ct)
    {
        while (await due.OrderBy(p => p.Id).Select(p => p.Id).Take(AtATime).ToListAsync(ct) is { Count: > 0 } batch)
        {
            var before = done;
            foreach (var id in batch)
            {
                done += await Anonymise(id, due, ct) ? 1 : 0;
            }

            progress?.Invoke(done);
            if (done == before)
            {
                break;
            }
        }

        return done;
    }

    /// <summary>Nobody has heard of her since the last day that is due: neither begun, nor played, nor finished, nor met.</summary>
    IQueryable<Beneficiary> Due(int months, DateTimeOffset now)
    {
        var after = new DateTimeOffset(RetentionSettings.LastDayDue(months, now).AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return db.Beneficiaries.Where(p => p.Anonymised == null && p.CreatedAt < after
            && !db.Evaluations.Any(e => e.BeneficiaryId == p.Id && (e.StartedAt >= after || e.FinishedAt >= after || e.Runs.Any(r => r.StartedAt >= after || r.FinishedAt >= after))));
    }

    /// <returns>Whether this call did it, and not another at the same moment.</returns>
    async Task<bool> Anonymise(Guid id, IQueryable<Beneficiary> due, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        (actor.Who, actor.Act) = ("systeme", "personne.anonymiser");
        if (await due.Include(p => p.FormerCodes).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
        {
            return false;
        }

        var structure = person.StructureId;
        var last = await db.Anonymisations.Where(a => a.StructureId == structure).MaxAsync(a => (int?)a.Number, ct);
        var anonymisation = new Anonymisation { BeneficiaryId = id, StructureId = structure, Number = (last ?? 0) + 1, At = clock.GetUtcNow() };
        db.Add(anonymisation);
        person.Forget(anonymisation);
        db.RemoveRange(person.FormerCodes);
        foreach (var evaluation in await db.Evaluations.Where(e => e.BeneficiaryId == id).Include(e => e.Background).Include(e => e.SelfAnswers).Include(e => e.HealthAnswers).AsSplitQuery().ToListAsync(ct))
        {
            Silence(evaluation);
            await EraseTexts(evaluation.Id, ct);
            await EraseNotes(evaluation.Id, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another node was first, or took the number: she is met again in the next batch if she is still due.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    void Silence(Evaluation evaluation)
    {
        db.RemoveRange(evaluation.SelfAnswers);
        db.RemoveRange(evaluation.HealthAnswers);
        if (evaluation.Background is { } said)
        {
            db.Remove(said);
        }

        // Neither a browser nor a paper opens it again.
        evaluation.ChangeToken();
        if (evaluation.Alone is { } alone)
        {
            alone.CodeHash = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);
        }
    }

    async Task EraseTexts(Guid evaluation, CancellationToken ct)
    {
        var writing = LivraisonBank.Current.Writing.Id;
        var answers = await db.Runs.Where(r => r.EvaluationId == evaluation && r.Situation == ParcoursPlan.Livraison)
            .SelectMany(r => r.Events.Where(e => e.Name == EventNames.Answered)).ToListAsync(ct);
        foreach (var answer in answers.Where(a => string.Equals(EventData.Text(a.Data, "question"), writing, StringComparison.Ordinal)))
        {
            answer.Data = JsonSerializer.Serialize(new { question = writing, efface = true });
        }
    }

    /// <summary>What she and professionals wrote of her: a verdict or a mark stays, to be counted; its words go, and the plan, which is all words.</summary>
    async Task EraseNotes(Guid evaluation, CancellationToken ct)
    {
        const string erased = "Texte effacé.";
        foreach (var decision in await db.Set<Decision>().Where(d => d.EvaluationId == evaluation).ToListAsync(ct))
        {
            decision.Reason = erased;
        }

        foreach (var disagreement in await db.Set<Disagreement>().Where(d => d.EvaluationId == evaluation).ToListAsync(ct))
        {
            disagreement.Text = erased;
        }

        foreach (var reading in await db.Set<WritingReading>().Where(r => r.EvaluationId == evaluation).ToListAsync(ct))
        {
            reading.Note = null;
        }

        db.RemoveRange(await db.Set<Plan>().Where(p => p.EvaluationId == evaluation).ToListAsync(ct));
        db.RemoveRange(await db.Set<AgreedAction>().Where(a => a.EvaluationId == evaluation).ToListAsync(ct));
    }
}

using Beffroi.Bots.Answers;
using Beffroi.Bots.Reuse;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Asking;

/// <summary>An analyst asks about one account or a list of them, typed or in a file: a list is answered by and by, with its progress.</summary>
public static class AskAccounts
{
    const int MostBytes = 32 * 1024 * 1024;
    const int Rest = 64 * 1024;
    const int Shown = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(WorkAddresses.Asking(l), (HttpRequest request, BotsDb db, AtWork at, CancellationToken ct) => View(Langs.Of(request), null, null, new(), StatusCodes.Status200OK, db, at, ct)).ForAnalysts();
            app.MapPost(WorkAddresses.Asking(l), Ask).Does("robots.demander").ForAnalysts().WhileRecorded(BotsAssessment.Template).WithMetadata(new RequestSizeLimitAttribute(MostBytes + Rest)).WithFormOptions(multipartBodyLengthLimit: MostBytes + Rest, valueLengthLimit: 4 * 1024 * 1024);
        }
    }

    static async Task<IResult> Ask([FromForm] IFormCollection? form, HttpRequest request, BotsDb db, AtWork at, Batches batches, Reuses reuses, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        var (names, network) = (form?["Names"].ToString(), form?["Network"].ToString());
        var accounts = await Read(form, names, network, l, errors, clock, ct);
        if (accounts.Count > ScoreBatch.MostAccounts)
        {
            errors.Add("Names", l.Say($"{l.Number(ScoreBatch.MostAccounts)} comptes au plus à la fois", $"At most {l.Number(ScoreBatch.MostAccounts)} accounts at once"));
        }

        if (errors.Any)
        {
            return await View(l, names, network, errors, StatusCodes.Status422UnprocessableEntity, db, at, ct);
        }

        if (!await reuses.Take(at.Organisation, at.Analyst.Sector, Guid.Empty, accounts.Count, Reuses.DailyAccounts, ct))
        {
            errors.Add("Names", l.Say($"Votre organisation a atteint {l.Number(Reuses.DailyAccounts)} comptes aujourd’hui : reprenez demain", $"Your organisation has reached {l.Number(Reuses.DailyAccounts)} accounts today: go on tomorrow"));
            return await View(l, names, network, errors, StatusCodes.Status429TooManyRequests, db, at, ct);
        }

        if (await batches.Ask(accounts, at.Organisation, at.Analyst.AccountId, null, l, ct) is not { } batch)
        {
            errors.Add("Names", l.Say($"{Batches.MostAtOnce} listes de votre organisation attendent déjà", $"{Batches.MostAtOnce} lists of your organisation wait already"));
            return await View(l, names, network, errors, StatusCodes.Status429TooManyRequests, db, at, ct);
        }

        return TypedResults.LocalRedirect(WorkAddresses.Batch(l, batch.Id));
    }

    static async Task<IReadOnlyList<AskedAccount>> Read(IFormCollection? form, string? names, string? network, Lang l, Errors errors, TimeProvider clock, CancellationToken ct)
    {
        Network? chosen = string.IsNullOrEmpty(network) ? null : new Typed(l, errors).One<Network>("Network", network);
        if (form?.Files.GetFile("File") is { Length: > 0 } file)
        {
            var bytes = new byte[Math.Min(file.Length, MostBytes)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, ct);
            var (read, problems) = AskedAccount.Read(bytes, clock.GetUtcNow(), ScoreBatch.MostAccounts);
            if (read.Count == 0)
            {
                errors.Add("File", l.Say("Aucun compte lisible dans ce fichier", "No readable account in this file") + (problems is [var first, ..] ? l.Say(" : ", ": ") + first.Sentence(l.Tongue()) : ""));
            }

            return read;
        }

        var lines = (names ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(ScoreBatch.MostAccounts + 1).ToList();
        if (lines.Count == 0)
        {
            errors.Add("Names", l.Say("Écrivez un nom de compte par ligne, ou choisissez un fichier", "Write one name of account on each line, or choose a file"));
        }

        var asked = lines.ConvertAll(line => AskedAccount.Named(line, chosen));
        if (asked.FindIndex(a => a is null) is >= 0 and var wrong)
        {
            errors.Add("Names", l.Say($"Ligne {wrong + 1} : ce n’est ni un nom de compte ni l’adresse d’un profil", $"Line {wrong + 1}: neither a name of account nor the address of a profile"));
        }

        return [.. asked.OfType<AskedAccount>()];
    }

    static async Task<IResult> View(Lang l, string? names, string? network, Errors errors, int status, BotsDb db, AtWork at, CancellationToken ct)
    {
        var batches = await db.Batches.AsNoTracking().Where(b => b.OrganisationId == at.Organisation).OrderByDescending(b => b.AskedAt).Take(Shown).Select(b => new BatchRow(b.Id, b.State, b.Done, b.Total, b.AskedAt, b.KeyId != null)).ToListAsync(ct);
        return Html.View<AskAccountsPage, AskAccountsModel>(new(l, batches, names, network, errors), status);
    }
}

public sealed record BatchRow(Guid Id, BatchState State, int Done, int Total, DateTimeOffset AskedAt, bool ByProgram);

public sealed record AskAccountsModel(Lang L, IReadOnlyList<BatchRow> Batches, string? Names, string? Network, Errors Errors);

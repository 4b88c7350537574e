using Beffroi.Eva.Bank;
using Beffroi.Eva.BankChecks;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.BankImport;

/// <summary>Reads a file: a single line that is wrong, and nothing is imported; else it waits, with what it would change, for its sender to confirm.</summary>
public static class ImportBank
{
    const string Field = "File";

    // A little more than the file may weigh: the form around it, and a file too large by little is told so beside its field.
    const int MaxRequest = BankFile.MaxBytes + 1024 * 1024;

    public static void Map(IEndpointRouteBuilder banks)
    {
        banks.MapGet("/{situation}/importer", (string situation) => BankOutline.Find(situation) is { } outline ? View(outline, new(), [], same: false) : TypedResults.NotFound()).For(Role.Superadmin);
        banks.MapPost("/{situation}/importer", Import).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireAntiforgery().Does("banque.lire").For(Role.Superadmin);
    }

    static async Task<IResult> Import(string situation, IFormFile? file, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (BankOutline.Find(situation) is not { } outline)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (await Bytes(file, errors, ct) is not { } bytes)
        {
            return View(outline, errors, [], same: false);
        }

        var reading = BankFile.Read(bytes);
        // A line that cannot be read hides what it holds: a family would seem unfilled.
        var faults = reading.Faults.Count > 0 ? reading.Faults : BankCheck.Of(outline, reading.Items);
        if (faults.Count > 0)
        {
            errors.Add(Field, $"Rien n’est importé : {French.Count(faults.Count, "erreur", "erreurs")} dans le fichier");
            return View(outline, errors, faults, same: false);
        }

        var bank = SituationBank.Of(situation, reading.Items.Select(i => (i.Use, i.Item)));
        if (BankChanges.Between(await BankShelf.Current(db, situation, ct), bank).None)
        {
            return View(outline, errors, [], same: true);
        }

        var draft = await Keep(bank, file!.FileName, visitor.SignedIn, db, clock, ct);
        return TypedResults.LocalRedirect($"~/eva/banque/{situation}/importer/{draft.Id}");
    }

    static async Task<BankDraft> Keep(SituationBank bank, string name, CurrentUser author, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var oldest = now - BankDraft.Lasts;
        db.RemoveRange(await db.BankDrafts.Where(d => d.At <= oldest || (d.AuthorId == author.Id && d.Situation == bank.Situation)).ToListAsync(ct));
        var draft = new BankDraft
        {
            Id = Guid.CreateVersion7(now),
            Situation = bank.Situation,
            AuthorId = author.Id,
            At = now,
            FileName = string.Concat(name.Where(c => !char.IsControl(c)).Take(BankDraft.FileNameMaxLength)),
            Content = BankText.Of(bank),
        };
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft;
    }

    static async Task<byte[]?> Bytes(IFormFile? file, Errors errors, CancellationToken ct)
    {
        if (file is null or { Length: 0 })
        {
            errors.Add(Field, "Choisissez un fichier CSV ou XLSX");
            return null;
        }

        if (file.Length > BankFile.MaxBytes)
        {
            errors.Add(Field, $"Ce fichier pèse plus de {BankFile.MaxBytes / 1024 / 1024} Mo");
            return null;
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    static IResult View(BankOutline outline, Errors errors, IReadOnlyList<BankFault> faults, bool same) =>
        Html.Form<ImportBankPage, ImportBankModel>(new(outline, errors, faults, same), errors);
}

/// <param name="Same">The file holds what the bank is already.</param>
public sealed record ImportBankModel(BankOutline Outline, Errors Errors, IReadOnlyList<BankFault> Faults, bool Same);

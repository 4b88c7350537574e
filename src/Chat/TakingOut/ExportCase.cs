using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.TakingOut;

/// <summary>A case as a file for somebody: what may go there and nothing else; what stays is told first, and that it left is written in the case.</summary>
public static class ExportCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Route(Addresses.Export(l, Guid.Empty)), Show).ForMembers().Does("discussion.lire");
            app.MapPost(Addresses.Route(Addresses.Export(l, Guid.Empty)), Take).Does("discussion.exporter").ForMembers();
        }
    }

    static async Task<IResult> Show(Guid id, string? format, string? @for, HttpRequest request, CaseDesk desk, CaseShelf shelf, ExportNames names, ChatDb db, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new ExportForm { Format = format, For = @for }, new Errors());
        var asked = format is not null || @for is not null;
        return await Page(s, form, errors, asked ? await Prepare(s, form, errors, shelf, names, db, ct) : null, db, ct);
    }

    static async Task<IResult> Take(Guid id, [FromForm] ExportForm? form, HttpRequest request, CaseDesk desk, CaseShelf shelf, CaseReadings readings, ExportNames names, ChatDb db, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        if (await Prepare(s, form, errors, shelf, names, db, ct) is not { } prepared)
        {
            return await Page(s, form, errors, null, db, ct);
        }

        var bytes = Bytes(prepared, s.L);
        var line = new CaseDraft
        {
            Id = Guid.CreateVersion7(s.Now),
            Author = s.Seat.Author,
            Marking = new() { Tlp = s.Marking.Tlp },
            Fact = new CaseExported { Format = prepared.Format.Name(), For = prepared.For, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) },
        };
        if (await desk.Write(s, errors, [line], ct) is null)
        {
            return await Page(s, form, errors, null, db, ct);
        }

        await readings.Note(s.View, s.Seat, ReadingAct.Exported, null, ct);
        return TypedResults.File(bytes, prepared.Format.MediaType(), $"{id}{prepared.Format.End()}");
    }

    static async Task<Prepared?> Prepare(CaseScreen s, ExportForm form, Errors errors, CaseShelf shelf, ExportNames names, ChatDb db, CancellationToken ct)
    {
        var organisations = await Organisations(s, db, ct);
        var (format, to) = (form.ReadFormat(), form.ReadFor(organisations));
        if (format is null)
        {
            errors.Add("Format", s.Say("Choisissez une forme.", "Choose a form."));
        }

        if (to is null)
        {
            errors.Add("For", s.Say("Dites pour qui.", "Say for whom."));
        }

        if (errors.Any || await shelf.Load(s.Id, ct) is not { } log)
        {
            return null;
        }

        var shared = SharedCase.For(log, s.Seat.Reader, to!, await names.Of(log, ct), out var fault);
        if (shared is null)
        {
            errors.Add("For", fault!.In(s.L));
            return null;
        }

        return new(format!.Value, to!.Organisation is { } organisation ? organisations[organisation] : to.Word(s.L), shared);
    }

    static byte[] Bytes(Prepared p, Lang l) => p.Format switch
    {
        ExportFormat.Markdown => Encoding.UTF8.GetBytes(CaseMarkdown.Write(p.Shared, l, p.Shared.Names)),
        ExportFormat.Json => CaseFile.Write(p.Shared),
        ExportFormat.Stix => StixWriter.Write(p.Shared, new() { Language = l, Names = p.Shared.Names }),
    };

    static Task<Dictionary<Guid, string>> Organisations(CaseScreen s, ChatDb db, CancellationToken ct) =>
        db.Organisations.AsNoTracking().Where(o => o.ClosedAt == null && o.Id != s.Seat.OrganisationId).OrderBy(o => o.Name).ToDictionaryAsync(o => o.Id, o => o.Name, ct);

    static async Task<IResult> Page(CaseScreen s, ExportForm form, Errors errors, Prepared? prepared, ChatDb db, CancellationToken ct) =>
        Html.Form<ExportCasePage, ExportCaseModel>(new() { S = s, Form = form, Errors = errors, Prepared = prepared, Organisations = await Organisations(s, db, ct) }, errors);
}

/// <param name="For">In words, as the case notes it.</param>
public sealed record Prepared(ExportFormat Format, string For, SharedCase Shared);

public sealed record ExportCaseModel
{
    public required CaseScreen S { get; init; }
    public required ExportForm Form { get; init; }
    public required Errors Errors { get; init; }

    /// <summary>What would leave; null before somebody has chosen.</summary>
    public required Prepared? Prepared { get; init; }
    public required IReadOnlyDictionary<Guid, string> Organisations { get; init; }
}

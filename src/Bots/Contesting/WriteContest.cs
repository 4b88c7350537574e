using System.Security.Cryptography;
using System.Text;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Contesting;

/// <summary>The owner of an account contests, asks for a copy or for erasure, without an account here. The answer is the same whether or not the account is known.</summary>
public static class WriteContest
{
    const int MostBody = 64 * 1024;

    /// <summary>A contest begins the review of an account again, once in a while: whoever would erase confirmed labels by contesting each day does so once.</summary>
    static readonly TimeSpan Again = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Contest(l), (HttpRequest request, ContestDoor door, SiteIdentity site) => Page(Langs.Of(request), new(), new(), sent: false, door, site)).ForEveryone().CountsStep(BotsFunnel.Key, "formulaire");
            app.MapPost(Addresses.Contest(l), Send).Does("robots.contester").ForEveryone().RequireRateLimiting(ContestDoor.Policy).WithMetadata(new RequestSizeLimitAttribute(MostBody));
        }
    }

    static async Task<IResult> Send([FromForm] ContestForm? form, HttpContext http, ContestDoor door, BotsDb db, IOutbox outbox, Actor actor, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors, now) = (Langs.Of(http.Request), new Errors(), clock.GetUtcNow());
        form ??= new();
        // Somebody signed in writes like anybody.
        actor.Who = "anonyme";
        if (form.Read(l, errors) is not { } read)
        {
            return Page(l, form, errors, sent: false, door, site);
        }

        var typed = await http.Request.ReadFormAsync(ct);
        var (id, refusal) = await door.Read(typed[ContestDoor.Trap], form.Opened, l, http, db, ct);
        if (refusal is not null)
        {
            errors.Add("", refusal);
            return Page(l, form, errors, sent: false, door, site);
        }

        // Pressed twice: it arrived once.
        if (!await db.Contests.AnyAsync(c => c.Id == id, ct))
        {
            var lower = read.Handle.ToLowerInvariant();
            var account = await db.Accounts.Where(a => a.Network == read.Network && !a.LeftOut && (a.Handle == read.Handle || a.Handle == lower || a.NativeId == read.Handle)).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
            await Reopen(account ?? Guid.Empty, now, db, ct);
            db.Add(new Contest { Id = id, AccountId = account, Network = read.Network.ToString(), Handle = read.Handle, Kind = read.Kind, Language = l, Text = read.Text, Contact = read.Contact, ReceivedAt = now });
            await db.SaveChangesAsync(ct);
            await outbox.Add(Receipt(read.Contact, now, l), ct);
        }

        http.CountStep(BotsFunnel.Key, "envoyee");
        return Page(l, new(), new(), sent: true, door, site);
    }

    static async Task Reopen(Guid account, DateTimeOffset now, BotsDb db, CancellationToken ct)
    {
        var since = now - Again;
        if (await db.Contests.AnyAsync(c => c.AccountId == account && c.ReceivedAt > since, ct))
        {
            return;
        }

        foreach (var review in await db.Reviews.Where(r => r.AccountId == account && r.EndedAt == null).ToListAsync(ct))
        {
            review.EndedAt = now;
        }
    }

    // Holds nothing that was typed, and leaves once a day for an address: nobody is bothered by it.
    static Letter Receipt(string contact, DateTimeOffset now, Lang l) => new()
    {
        Kind = "robots-contestation", To = contact, Key = $"robots-contestation:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contact.ToLowerInvariant())))[..32]}:{French.IsoDay(now)}",
        Subject = l.Say("Votre demande est arrivée", "Your request has arrived"),
        Body = l.Say(
            "Bonjour,\n\nNous avons reçu votre demande à propos d’un compte de réseau social. Une personne va la lire et vous répondra à cette adresse, au plus tard dans un mois.\n\nSi vous n’avez rien demandé, ne tenez pas compte de ce message.",
            "Hello,\n\nWe received your request about an account of a social network. A person will read it and answer you at this address, within a month.\n\nIf you asked for nothing, take no notice of this message."),
    };

    static IResult Page(Lang l, ContestForm form, Errors errors, bool sent, ContestDoor door, SiteIdentity site) => Html.Form<ContestPage, ContestModel>(new(l, form, errors, sent, door.Stamp(), site.DpoEmail), errors);
}

public sealed record ContestModel(Lang L, ContestForm Form, Errors Errors, bool Sent, string Stamp, string DpoEmail);

using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Beffroi.Accounts.SignIn;

/// <summary>On a developer's machine, one click enters as an invented person. Nowhere else does the route exist.</summary>
public static class DemoPeople
{
    /// <summary>A name reserved for examples (RFC 2606): nobody can own such an address.</summary>
    public const string EmailEnding = ".beffroi.example";

    const int Shown = 12;

    public static void Map(IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            app.MapPost("/connexion/demo", Enter).Does("connexion.demo").ForEveryone();
        }
    }

    public static async Task<IReadOnlyList<DemoPerson>> List(AccountsDb db, IHostEnvironment environment, CancellationToken ct) =>
        !environment.IsDevelopment() ? [] : [.. (await Open(db)
            .OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).Take(Shown)
            .Select(a => new DemoPerson(a.Id, a.Name, a.Role))
            .ToListAsync(ct)).OrderBy(p => p.Role).ThenBy(p => p.Name, StringComparer.Ordinal)];

    static IQueryable<Account> Open(AccountsDb db) => db.Users.Where(a => a.Demo && a.Email!.EndsWith(EmailEnding)).Accepted();

    static async Task<IResult> Enter([FromForm] DemoForm? form, AccountsDb db, SignInManager<Account> signIn, CancellationToken ct)
    {
        form ??= new();
        if (await Open(db).SingleOrDefaultAsync(a => a.Id == form.Account, ct) is not { } account)
        {
            return TypedResults.NotFound();
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return TypedResults.LocalRedirect("/");
    }
}

public sealed record DemoForm
{
    public Guid? Account { get; init; }
}

public sealed record DemoPerson(Guid Id, string Name, Role Role);

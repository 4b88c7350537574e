using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Beffroi.Accounts;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Beffroi.Site.Privacy;

/// <summary>All that is kept of somebody who has an account, in every module, as JSON (GDPR, articles 15 and 20): the rows that the register says to be an account's own, without keys and their
/// prints. What she wrote in rooms is not among them: it stays under the marking of the organisation that shared it.</summary>
static class TakeMyData
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    static readonly MethodInfo RowsOf = typeof(TakeMyData).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/compte/donnees", Take).RequireAntiforgery().Does("compte.emporter").ForAnySignedIn();

    static async Task<IResult> Take(IEnumerable<IRegister> registers, Visitor visitor, AccountsDb accounts, Actor actor, IServiceProvider services, TimeProvider clock, CancellationToken ct)
    {
        var (id, now) = (visitor.SignedIn.Id, clock.GetUtcNow());
        var held = new List<object>();
        var count = 0;
        foreach (var register in registers)
        {
            var db = (DbContext)services.GetRequiredService(register.Database);
            foreach (var treatment in register.Treatments)
            {
                foreach (var table in treatment.Tables.Where(t => t.Holder is not null))
                {
                    var rows = await Own(db, table, id, ct);
                    count += rows.Count;
                    if (rows.Count > 0)
                    {
                        held.Add(new { traitement = treatment.Name, finalite = treatment.Purpose, conservation = treatment.Retention, table = table.Name, lignes = rows });
                    }
                }
            }
        }

        accounts.Audit.Add(new() { Id = Guid.CreateVersion7(now), At = now, Who = actor.Who, Act = actor.Act!, Subject = string.Create(CultureInfo.InvariantCulture, $"Account:{id} ×{count}"), Change = "Exported", Fields = "json" });
        await accounts.SaveChangesAsync(ct);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(new { format = "beffroi-donnees-compte-1", le = now, compte = id, donnees = held }, Json), "application/json", "mes-donnees.json");
    }

    static async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Own(DbContext db, TreatedTable table, Guid id, CancellationToken ct)
    {
        var entity = db.Model.GetEntityTypes().Single(e => !e.IsOwned() && string.Equals(RegisteredName.Of(e), table.Name, StringComparison.Ordinal));
        var columns = entity.Registered().Where(c => table.PersonalColumns.Contains(c.Property.Name, StringComparer.Ordinal)).ToList();
        var rows = await (Task<List<object>>)RowsOf.MakeGenericMethod(entity.ClrType).Invoke(null, [db, table.Holder, id, ct])!;
        return [.. rows.Select(row => columns.ToDictionary(c => c.Property.Name, c => c.Read(row), StringComparer.Ordinal))];
    }

    static async Task<List<object>> Rows<TRow>(DbContext db, string holder, Guid id, CancellationToken ct) where TRow : class =>
        [.. await db.Set<TRow>().AsNoTracking().Where(r => EF.Property<Guid?>(r, holder) == id).ToListAsync(ct)];
}

using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Kit;

/// <summary>Does with an account that is closed what the register of a module says of each column, at once or not at all.</summary>
public sealed class RegisteredErasure(DbContext db, IRegister register, Actor actor, TimeProvider clock)
{
    static readonly MethodInfo OfTable = typeof(RegisteredErasure).GetMethod(nameof(Table), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <param name="isDry">Counts, and changes nothing.</param>
    /// <param name="before">What the module does besides, in the same transaction.</param>
    public async Task<Forgotten> Run(Guid account, bool isDry, CancellationToken ct, Func<CancellationToken, Task>? before = null)
    {
        await using var together = isDry ? null : await db.Database.BeginTransactionAsync(ct);
        if (before is not null && !isDry)
        {
            await before(ct);
        }

        var nobody = Guid.CreateVersion7(clock.GetUtcNow());
        List<ForgottenTable> told = [];
        // Whatever points at another table comes after it in the register: it goes first.
        foreach (var table in register.Treatments.SelectMany(t => t.Tables).Where(t => t.AccountColumns.Count > 0).Reverse())
        {
            var entity = db.Model.GetEntityTypes().Single(e => !e.IsOwned() && string.Equals(e.ShortName().Split('<')[0], table.Name, StringComparison.Ordinal));
            var one = await (Task<ForgottenTable>)OfTable.MakeGenericMethod(entity.ClrType).Invoke(this, [table, account, nobody, isDry, ct])!;
            if (one.Erased + one.Unlinked + one.Kept > 0)
            {
                told.Add(one);
            }
        }

        if (together is not null)
        {
            Note(told);
            await db.SaveChangesAsync(ct);
            await together.CommitAsync(ct);
        }

        return new(told);
    }

    async Task<ForgottenTable> Table<TRow>(TreatedTable table, Guid account, Guid nobody, bool isDry, CancellationToken ct) where TRow : class
    {
        var (rows, entity) = (db.Set<TRow>(), db.Model.FindEntityType(typeof(TRow))!);
        var (erased, unlinked, kept) = (0, 0, 0);
#pragma warning disable RS0030 // As many rows as a person left in years: one row of the audit counts those of a table.
        foreach (var column in table.ErasedColumns)
        {
            var hers = rows.Where(r => EF.Property<Guid?>(r, column) == account);
            erased += isDry ? await hers.CountAsync(ct) : await hers.ExecuteDeleteAsync(ct);
        }

        foreach (var column in table.UnlinkedColumns.Concat(table.EmptiedColumns))
        {
            var hers = rows.Where(r => EF.Property<Guid?>(r, column) == account);
            if (isDry)
            {
                // Rows that would be gone by then are told once.
                unlinked += await table.ErasedColumns.Aggregate(hers, (left, gone) => left.Where(r => EF.Property<Guid?>(r, gone) != account)).CountAsync(ct);
                continue;
            }

            // Words first: afterwards the row is not found again.
            foreach (var words in table.BlankedColumns)
            {
                await hers.ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<string?>(r, words), entity.FindProperty(words)!.IsNullable ? null : ""), ct);
            }

            Guid? now = table.EmptiedColumns.Contains(column, StringComparer.Ordinal) ? null : nobody;
            unlinked += entity.FindProperty(column)!.ClrType == typeof(Guid)
                ? await hers.ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<Guid>(r, column), nobody), ct)
                : await hers.ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<Guid?>(r, column), now), ct);
        }
#pragma warning restore RS0030

        // Numbers within a text are not counted: what is said of them is said of the table.
        foreach (var column in table.KeptColumns.Where(c => entity.FindProperty(c) is { } p && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)))
        {
            kept += await rows.CountAsync(r => EF.Property<Guid?>(r, column) == account, ct);
        }

        return new(table.Name, erased, unlinked, kept, kept > 0 ? table.Because : null);
    }

    void Note(IEnumerable<ForgottenTable> told)
    {
        var now = clock.GetUtcNow();
        foreach (var (table, count, change) in told.SelectMany(t => new[] { (t.Table, t.Erased, "Deleted"), (t.Table, t.Unlinked, "Modified") }).Where(t => t.Item2 > 0))
        {
            db.Add(new AuditRow { Id = Guid.CreateVersion7(now), At = now, Who = actor.Who, Act = actor.Act ?? throw new InvalidOperationException("An erasure without an act: set Actor.Act."), Subject = string.Create(CultureInfo.InvariantCulture, $"{table}×{count}"), Change = change, Fields = "" });
        }
    }
}

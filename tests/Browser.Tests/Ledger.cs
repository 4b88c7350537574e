using System.Text.Json;
using Beffroi.Eva;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Browser.Tests;

/// <summary>An event in one line, told and kept alike, so that the two are compared one by one.</summary>
static class Ledger
{
    public static string Line(GameEvent told) =>
        $"{told.SessionId}/{told.Position}/{told.Name}/{told.Date}/{JsonSerializer.Serialize(new SortedDictionary<string, JsonElement>(told.Data ?? [], StringComparer.Ordinal))}";

    /// <summary>What the product keeps of these evaluations, in no order.</summary>
    public static List<string> Kept(Product product, Func<EvaDb, IQueryable<Evaluation>> evaluations) => product.Read(db => db.Events.AsNoTracking()
        .Where(line => db.Runs.Any(r => r.Id == line.RunId && evaluations(db).Any(e => e.Id == r.EvaluationId)))
        .AsEnumerable().Select(line => $"{line.RunId}/{line.Position}/{line.Name}/{line.Date}/{line.Data}").ToList());
}

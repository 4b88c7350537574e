namespace Beffroi.Eva.Contracts;

/// <summary>The market: three levels, each with a second chance in the families that were not wholly passed. The way ends at the first level that is not passed.</summary>
public sealed class MarcheWalk : FixedWalk
{
    protected override IEnumerable<IReadOnlyList<string>> Open(ItemMarks marks)
    {
        for (var level = 1; level <= MarcheCodebook.Levels; level++)
        {
            var principal = Part(MarcheCodebook.Of(level).Select(f => f.Principal));
            yield return principal;
            if (!IsOver(principal, marks))
            {
                yield break;
            }

            var again = MarcheRoute.ToCatchUp(marks, level);
            if (again.Count > 0)
            {
                var catchUp = Part(again.Select(f => f.CatchUp).OfType<ItemFamily>());
                yield return catchUp;
                if (!IsOver(catchUp, marks))
                {
                    yield break;
                }
            }

            if (!MarcheRoute.OpensNext(marks, level) && !MarcheRoute.OpensNextAfterCatchUp(marks, level))
            {
                yield break;
            }
        }
    }
}

namespace Beffroi.Eva.Contracts;

/// <summary>The café: orientation, then the low part, or the first high part and the second, or the first high part and the low one.</summary>
public sealed class CafeWalk : FixedWalk
{
    static readonly IReadOnlyList<string> Orientation = Part(CafeCodebook.FirstStep, CafeCodebook.Orientation);
    static readonly IReadOnlyList<string> Bas = Part(CafeCodebook.Lecture, CafeCodebook.Comprehension, CafeCodebook.Production);
    static readonly IReadOnlyList<string> Haut1 = Part(CafeCodebook.Puzzle, CafeCodebook.PuzzleQuestions, CafeCodebook.Chart);
    static readonly IReadOnlyList<string> Haut2 = Part(CafeCodebook.Article, CafeCodebook.Email);

    protected override IEnumerable<IReadOnlyList<string>> Open(ItemMarks marks)
    {
        yield return Orientation;
        if (!IsOver(Orientation, marks))
        {
            yield break;
        }

        if (CafeRoute.AfterOrientation(marks) == CafePart.Haut1)
        {
            yield return Haut1;
            if (!IsOver(Haut1, marks))
            {
                yield break;
            }

            if (CafeRoute.AfterHaut1(marks) == CafePart.Haut2)
            {
                yield return Haut2;
                yield break;
            }
        }

        yield return Bas;
    }
}

using CsCheck;

namespace Beffroi.Chat.Tests;

static class Any
{
    /// <summary>One of these values.</summary>
    public static Gen<T> Of<T>(params IEnumerable<T> values) => Gen.OneOf([.. values.Select(Gen.Const)]);
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Beffroi.Psychometrics;

/// <summary>The logistic items of a bank, one column for each parameter, so that the information of all is computed four at a time.
/// Other items hold a place with discrimination 0. The width is fixed, so that every processor adds the same numbers in the same order.</summary>
sealed class LogisticColumns
{
    readonly double[] _a;
    readonly double[] _b;
    readonly double[] _c;
    readonly double[] _d;
    readonly double[] _shift;
    readonly bool _asymptotes;

    public LogisticColumns(ImmutableArray<BankItem> items, double? targetProbability)
    {
        var length = PaddedLength(items.Length);
        (_a, _b, _c, _d, _shift) = (new double[length], new double[length], new double[length], new double[length], new double[length]);
        Array.Fill(_d, 1);
        for (var i = 0; i < items.Length; i++)
        {
            if (Of(items[i].Model) is { } item)
            {
                (_a[i], _b[i], _c[i], _d[i]) = (item.Discrimination, item.Difficulty, item.LowerAsymptote, item.UpperAsymptote);
                _shift[i] = targetProbability is { } target ? Logit((target - _c[i]) / (_d[i] - _c[i])) : 0;
                _asymptotes |= _c[i] != 0 || _d[i] != 1;
            }
        }
    }

    /// <summary>Room for this many items and the end of the last four.</summary>
    public static int PaddedLength(int count) => (count + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;

    /// <summary>The model as a logistic item, an uncertain item without uncertainty included; null when it is not one.</summary>
    public static LogisticItem? Of(ItemModel model) => model switch
    {
        LogisticItem item => item,
        UncertainItem { DifficultySd: 0, LogDiscriminationSd: 0 } item =>
            LogisticItem.ThreeParameter(Math.Exp(item.LogDiscrimination), item.Difficulty, item.LowerAsymptote),
        _ => null,
    };

    /// <summary>log(p / (1 - p)); 0 where p is not a probability, so that an item which cannot reach a target is not moved.</summary>
    public static double Logit(double p) => p is > 0 and < 1 ? Math.Log(p / (1 - p)) : 0;

    /// <summary>Fisher information at an ability, or below it by what aims at the target; 0 for the items that are not logistic.</summary>
    public void Information(double ability, bool aimed, Span<double> information)
    {
        var aim = Vector256.Create(aimed ? 1.0 : 0.0);
        var a = Fours(_a);
        var b = Fours(_b);
        var c = Fours(_c);
        var d = Fours(_d);
        var shift = Fours(_shift);
        var four = MemoryMarshal.Cast<double, Vector256<double>>(information);
        var (theta, one) = (Vector256.Create(ability), Vector256<double>.One);
        for (var i = 0; i < four.Length; i++)
        {
            var z = (a[i] * (theta - b[i])) - (aim * shift[i]);
            var e = Vector256.Exp(-Vector256.Abs(z));
            var likely = one / (one + e);
            var unlikely = e * likely;
            four[i] = a[i] * a[i] * likely * unlikely;
            if (_asymptotes)
            {
                var able = Vector256.GreaterThanOrEqual(z, Vector256<double>.Zero);
                var spread = d[i] - c[i];
                var right = c[i] + (spread * Vector256.ConditionalSelect(able, likely, unlikely));
                var wrong = one - d[i] + (spread * Vector256.ConditionalSelect(able, unlikely, likely));
                // P′² / PQ; where an asymptote is at its bound P or Q may underflow, never the two-parameter form.
                var slope = spread * a[i] * likely * unlikely;
                var bare = Vector256.Equals(spread, one);
                four[i] = Vector256.ConditionalSelect(bare, four[i], slope * slope / Vector256.Max(right * wrong, Vector256.Create(ItemModel.Tiny)));
            }
        }
    }

    static ReadOnlySpan<Vector256<double>> Fours(double[] column) => MemoryMarshal.Cast<double, Vector256<double>>(column);
}

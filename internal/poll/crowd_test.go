package poll

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// Phones of a class have an address each, in a classroom's own network.
func TestADeviceThatTakesAllPlacesKeepsOutNobodyWithAnAddressOfTheirOwn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		const greedy = Origin(1)
		early, err := r.Join(2)
		if err != nil {
			t.Fatal(err)
		}
		lead(t, r, Lead{Question: "cases"})
		look(t, r, early)
		for range MostPhones - 1 { // it does all that a phone does
			secret, err := r.Join(greedy)
			if err != nil {
				t.Fatal(err)
			}
			if err := r.Answer(secret, "cases", []string{"1799"}); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(time.Minute / 2)
		var class []string
		for i := range 40 {
			time.Sleep(time.Second)
			look(t, r, early)
			if _, err := r.Join(greedy); !errors.Is(err, ErrFull) {
				t.Fatalf("the device comes in again: %v", err)
			}
			secret, err := r.Join(Origin(10 + i))
			if err != nil {
				t.Fatalf("student %d is kept out: %v", i, err)
			}
			if err := r.Answer(secret, "cases", []string{"208"}); err != nil {
				t.Fatal(err)
			}
			class = append(class, secret)
		}
		for n := 2; n <= fewPhones+1; n++ { // a second device that is greedy
			secret, err := r.Join(10)
			if (err == nil) != (n <= fewPhones) {
				t.Errorf("phone %d of one student's address: %v", n, err)
			}
			if err == nil {
				look(t, r, secret)
			}
		}
		for i, secret := range append(class, early) {
			if _, err := r.View(t.Context(), secret, 0); err != nil {
				t.Errorf("student %d has lost the place: %v", i, err)
			}
		}
		if n := r.State(t.Context(), 0).Answered; n != MostPhones-3 {
			t.Errorf("%d answers are counted, want those of the phones in the room: %d", n, MostPhones-3)
		}
	})
}

// A school's network may show one address for all.
func TestBehindOneAddressAClassGetsInAndNobodyPushesAnotherOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		var all []string
		for i := range MostPhones {
			secret, err := r.Join(7)
			if err != nil {
				t.Fatalf("phone %d of the school: %v", i, err)
			}
			look(t, r, secret)
			all = append(all, secret)
		}
		time.Sleep(10 * time.Second)
		if _, err := r.Join(7); !errors.Is(err, ErrFull) {
			t.Errorf("one more of the same address: %v", err)
		}
		for _, secret := range all {
			look(t, r, secret)
		}
	})
}

func TestBehindOneAddressAProgramThatOnlyJoinsLosesItsPlacesInSeconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		student, err := r.Join(7)
		if err != nil {
			t.Fatal(err)
		}
		look(t, r, student)
		for range MostPhones - 1 {
			if _, err := r.Join(7); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(firstTimeout - time.Second)
		if _, err := r.Join(7); !errors.Is(err, ErrFull) {
			t.Errorf("a phone that has just joined gives way: %v", err)
		}
		time.Sleep(time.Second)
		for i := range 20 {
			time.Sleep(time.Second / 4)
			secret, err := r.Join(7)
			if err != nil {
				t.Fatalf("student %d is kept out: %v", i, err)
			}
			look(t, r, secret)
		}
		look(t, r, student)
	})
}

// Two schools of many phones each do not take each other's places.
func TestAFullRoomOfTwoNetworksStaysAsItIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		for i := range MostPhones {
			secret, err := r.Join(Origin(i % 2))
			if err != nil {
				t.Fatal(err)
			}
			look(t, r, secret)
		}
		time.Sleep(10 * time.Second)
		for _, from := range []Origin{0, 1, 2} {
			if _, err := r.Join(from); !errors.Is(err, ErrFull) {
				t.Errorf("one more from address %d: %v", from, err)
			}
		}
	})
}
